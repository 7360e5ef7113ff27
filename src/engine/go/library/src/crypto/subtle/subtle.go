// Package subtle: comparisons that take the same time whatever they find.
package subtle

func ConstantTimeCompare(x, y []byte) int {
	if len(x) != len(y) {
		return 0
	}
	var difference byte
	for i := range x {
		difference |= x[i] ^ y[i]
	}
	return ConstantTimeByteEq(difference, 0)
}

// ConstantTimeSelect is x if v is 1 and y if v is 0.
func ConstantTimeSelect(v, x, y int) int { return ^(v-1)&x | (v-1)&y }

func ConstantTimeByteEq(x, y uint8) int { return int((uint32(x^y) - 1) >> 31) }

func ConstantTimeEq(x, y int32) int { return int((uint64(uint32(x^y)) - 1) >> 63) }

// ConstantTimeCopy copies y to x if v is 1.
func ConstantTimeCopy(v int, x, y []byte) {
	if len(x) != len(y) {
		panic("subtle: slices have different lengths")
	}
	for i := range x {
		x[i] ^= byte(v) * (x[i] ^ y[i])
	}
}

func ConstantTimeLessOrEq(x, y int) int {
	return int(((int32(x) - int32(y) - 1) >> 31) & 1)
}

func XORBytes(dst, x, y []byte) int {
	n := min(len(x), len(y))
	if n > len(dst) {
		panic("subtle.XORBytes: dst too short")
	}
	if n > 0 && (overlap(dst[:n], x[:n]) || overlap(dst[:n], y[:n])) {
		panic("subtle.XORBytes: invalid overlap")
	}
	for i := range n {
		dst[i] = x[i] ^ y[i]
	}
	return n
}

// overlap says whether two slices of one length share memory, but not from the first byte on. They are
// compared by where their arrays end.
func overlap(x, y []byte) bool {
	if &x[:cap(x)][cap(x)-1] != &y[:cap(y)][cap(y)-1] {
		return false
	}
	distance := cap(x) - cap(y)
	return distance != 0 && -len(x) < distance && distance < len(x)
}

func WithDataIndependentTiming(f func()) { f() }
