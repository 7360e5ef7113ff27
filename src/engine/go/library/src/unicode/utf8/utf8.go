// Package utf8: runes and their UTF-8 encoding.
package utf8

const (
	RuneError = '\uFFFD'
	RuneSelf  = 0x80
	MaxRune   = '\U0010FFFF'
	UTFMax    = 4
)

func RuneCountInString(s string) int
func ValidString(s string) bool

// DecodeRuneInString decodes the first rune of s; size is 0 only for an empty string.
func DecodeRuneInString(s string) (r rune, size int) {
	for i, c := range s {
		if i > 0 {
			return r, i
		}
		r = c
	}
	if s == "" {
		return RuneError, 0
	}
	return r, len(s)
}

func DecodeRune(p []byte) (r rune, size int) {
	return DecodeRuneInString(string(p[:min(len(p), UTFMax)]))
}

func DecodeLastRuneInString(s string) (r rune, size int) {
	if s == "" {
		return RuneError, 0
	}
	for n := min(UTFMax, len(s)); n > 1; n-- {
		r, size = DecodeRuneInString(s[len(s)-n:])
		if size == n {
			return r, size
		}
	}
	return DecodeRuneInString(s[len(s)-1:])
}

func DecodeLastRune(p []byte) (r rune, size int) {
	return DecodeLastRuneInString(string(p[max(0, len(p)-UTFMax):]))
}

func RuneCount(p []byte) int { return RuneCountInString(string(p)) }
func Valid(p []byte) bool    { return ValidString(string(p)) }

func FullRuneInString(s string) bool {
	if s == "" {
		return false
	}
	r, size := DecodeRuneInString(s)
	if r != RuneError || size != 1 {
		return true
	}
	// An error: it is a full one unless more bytes could still complete the rune.
	for _, tail := range []string{"\x80", "\x80\x80", "\x80\x80\x80", "\xa0\x80", "\x90\x80\x80"} {
		if len(s)+len(tail) > UTFMax {
			continue
		}
		if _, n := DecodeRuneInString(s + tail); n == len(s)+len(tail) {
			return false
		}
	}
	return true
}

func FullRune(p []byte) bool { return FullRuneInString(string(p[:min(len(p), UTFMax)])) }

func RuneLen(r rune) int {
	switch {
	case r < 0:
		return -1
	case r < 0x80:
		return 1
	case r < 0x800:
		return 2
	case 0xD800 <= r && r <= 0xDFFF:
		return -1
	case r < 0x10000:
		return 3
	case r <= MaxRune:
		return 4
	}
	return -1
}

func EncodeRune(p []byte, r rune) int {
	text := string(r)
	_ = p[len(text)-1]
	return copy(p, text)
}

func AppendRune(p []byte, r rune) []byte { return append(p, string(r)...) }
func RuneStart(b byte) bool              { return b&0xC0 != 0x80 }

func ValidRune(r rune) bool {
	return 0 <= r && r < 0xD800 || 0xDFFF < r && r <= MaxRune
}
