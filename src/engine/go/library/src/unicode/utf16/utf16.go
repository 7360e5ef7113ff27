// Package utf16: surrogate pairs.
package utf16

const (
	replacement = '\uFFFD'
	high        = 0xd800
	low         = 0xdc00
	above       = 0xe000
	shift       = 0x10000
)

func IsSurrogate(r rune) bool { return high <= r && r < above }

// DecodeRune joins a surrogate pair.
func DecodeRune(r1, r2 rune) rune {
	if high <= r1 && r1 < low && low <= r2 && r2 < above {
		return (r1-high)<<10 | (r2 - low) + shift
	}
	return replacement
}

// EncodeRune splits a rune into a surrogate pair.
func EncodeRune(r rune) (r1, r2 rune) {
	if r < shift || r > '\U0010FFFF' {
		return replacement, replacement
	}
	r -= shift
	return high + r>>10, low + r&0x3ff
}

// RuneLen is the number of words for r, or -1.
func RuneLen(r rune) int {
	switch {
	case 0 <= r && r < high, above <= r && r < shift:
		return 1
	case shift <= r && r <= '\U0010FFFF':
		return 2
	}
	return -1
}

func AppendRune(a []uint16, r rune) []uint16 {
	switch RuneLen(r) {
	case 1:
		return append(a, uint16(r))
	case 2:
		r1, r2 := EncodeRune(r)
		return append(a, uint16(r1), uint16(r2))
	}
	return append(a, replacement)
}

func Encode(s []rune) []uint16 {
	a := make([]uint16, 0, len(s))
	for _, r := range s {
		a = AppendRune(a, r)
	}
	return a
}

func Decode(s []uint16) []rune {
	runes := make([]rune, 0, len(s))
	for i := 0; i < len(s); i++ {
		r := rune(s[i])
		if IsSurrogate(r) {
			pair := rune(replacement)
			if i+1 < len(s) {
				pair = DecodeRune(r, rune(s[i+1]))
			}
			if pair != replacement {
				i++
			}
			r = pair
		}
		runes = append(runes, r)
	}
	return runes
}
