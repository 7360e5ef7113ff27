package strings

import (
	"unicode"
	"unicode/utf8"
)

func isASCII(s string) bool

// upper and lower are for ASCII only.
func upper(s string) string
func lower(s string) string

func ToUpper(s string) string {
	if isASCII(s) {
		return upper(s)
	}
	return Map(unicode.ToUpper, s)
}

func ToLower(s string) string {
	if isASCII(s) {
		return lower(s)
	}
	return Map(unicode.ToLower, s)
}

func ToTitle(s string) string { return Map(unicode.ToTitle, s) }

// Title upper-cases the first letter of each word.
func Title(s string) string {
	previous := ' '
	return Map(func(r rune) rune {
		start := !isPartOfWord(previous)
		previous = r
		if start {
			return unicode.ToTitle(r)
		}
		return r
	}, s)
}

func isPartOfWord(r rune) bool {
	if r <= 0x7F {
		return '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '_'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || !unicode.IsSpace(r)
}

// Map applies mapping to each rune; a negative result drops it.
func Map(mapping func(rune) rune, s string) string {
	var b Builder
	for _, r := range s {
		if m := mapping(r); m >= 0 {
			b.WriteRune(m)
		}
	}
	return b.String()
}

func ToValidUTF8(s, replacement string) string {
	var b Builder
	invalid := false
	for i, r := range s {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				if !invalid {
					b.WriteString(replacement)
				}
				invalid = true
				continue
			}
		}
		invalid = false
		b.WriteRune(r)
	}
	return b.String()
}

func repeat(s string, count int) string

func Repeat(s string, count int) string {
	if count < 0 {
		panic("strings: negative Repeat count")
	}
	if len(s) == 0 || count == 0 {
		return ""
	}
	if count > (1<<63-1)/len(s) {
		panic("strings: Repeat output length overflow")
	}
	if len(s)*count > 1<<30 {
		// More than a slice may hold, which it says.
		return string(make([]byte, len(s)*count))
	}
	return repeat(s, count)
}

func Replace(s, old, new string, n int) string {
	if old == new || n == 0 {
		return s
	}
	if m := Count(s, old); m == 0 {
		return s
	} else if n < 0 || m < n {
		n = m
	}
	var b Builder
	start := 0
	if old != "" {
		for range n {
			at := start + Index(s[start:], old)
			b.WriteString(s[start:at])
			b.WriteString(new)
			start = at + len(old)
		}
	} else {
		b.WriteString(new)
		for range n - 1 {
			_, size := utf8.DecodeRuneInString(s[start:])
			b.WriteString(s[start : start+size])
			b.WriteString(new)
			start += size
		}
	}
	b.WriteString(s[start:])
	return b.String()
}

func ReplaceAll(s, old, new string) string { return Replace(s, old, new, -1) }
func Clone(s string) string                { return s }

func TrimSpace(s string) string { return TrimFunc(s, unicode.IsSpace) }

func TrimFunc(s string, f func(rune) bool) string {
	return TrimRightFunc(TrimLeftFunc(s, f), f)
}

func TrimLeftFunc(s string, f func(rune) bool) string {
	for i, r := range s {
		if !f(r) {
			return s[i:]
		}
	}
	return ""
}

func TrimRightFunc(s string, f func(rune) bool) string {
	for len(s) > 0 {
		r, size := utf8.DecodeLastRuneInString(s)
		if !f(r) {
			break
		}
		s = s[:len(s)-size]
	}
	return s
}

func inSet(cutset string) func(rune) bool {
	return func(r rune) bool { return IndexRune(cutset, r) >= 0 }
}

func Trim(s, cutset string) string      { return TrimFunc(s, inSet(cutset)) }
func TrimLeft(s, cutset string) string  { return TrimLeftFunc(s, inSet(cutset)) }
func TrimRight(s, cutset string) string { return TrimRightFunc(s, inSet(cutset)) }

func TrimPrefix(s, prefix string) string {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

func TrimSuffix(s, suffix string) string {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}
