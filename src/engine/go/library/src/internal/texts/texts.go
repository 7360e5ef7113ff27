// Package texts: the few functions of strings and strconv that os and io/fs need, so that a program
// that imports these need not contain all of those.
package texts

// LastIndex is where the byte is last, or -1.
func LastIndex(s string, c byte) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == c {
			return i
		}
	}
	return -1
}

// HasAny reports whether one of the bytes is in s.
func HasAny(s, bytes string) bool {
	for i := range len(bytes) {
		if LastIndex(s, bytes[i]) >= 0 {
			return true
		}
	}
	return false
}

// Number is n in decimal.
func Number(n int64) string {
	if n < 0 && n > -10 {
		return "-" + Number(-n)
	}
	if n < 0 {
		// The smallest number has no opposite.
		return Number(n/10) + Number(-(n % 10))
	}
	if n < 10 {
		return string(rune('0' + n))
	}
	return Number(n/10) + string(rune('0'+n%10))
}
