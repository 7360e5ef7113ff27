package regexp

import (
	"strings"
	"unicode/utf8"
)

// replaceAll copies s with every match replaced by what put appends for it.
func (re *Regexp) replaceAll(s string, slots int, put func(dst []byte, m []int) []byte) []byte {
	var text []byte
	copied := 0
	for from := 0; from <= len(s); {
		m := find(re.expr, re.posix, re.longest, s, from, slots)
		if len(m) == 0 {
			break
		}
		text = append(text, s[copied:m[0]]...)
		// An empty match right after another is not replaced.
		if m[1] > copied || m[0] == 0 {
			text = put(text, m)
		}
		copied = m[1]
		_, size := utf8.DecodeRuneInString(s[from:])
		from = max(from+max(size, 1), m[1])
	}
	return append(text, s[copied:]...)
}

func (re *Regexp) expanded(src, repl string) []byte {
	slots := 2
	if strings.Contains(repl, "$") {
		slots = re.slots()
	}
	return re.replaceAll(src, slots, func(dst []byte, m []int) []byte {
		return re.ExpandString(dst, repl, src, m)
	})
}

func (re *Regexp) ReplaceAllString(src, repl string) string { return string(re.expanded(src, repl)) }

func (re *Regexp) ReplaceAll(src, repl []byte) []byte {
	return re.expanded(string(src), string(repl))
}

func (re *Regexp) ReplaceAllLiteralString(src, repl string) string {
	return string(re.replaceAll(src, 2, func(dst []byte, m []int) []byte {
		return append(dst, repl...)
	}))
}

func (re *Regexp) ReplaceAllLiteral(src, repl []byte) []byte {
	return re.replaceAll(string(src), 2, func(dst []byte, m []int) []byte {
		return append(dst, repl...)
	})
}

func (re *Regexp) ReplaceAllStringFunc(src string, repl func(string) string) string {
	return string(re.replaceAll(src, 2, func(dst []byte, m []int) []byte {
		return append(dst, repl(src[m[0]:m[1]])...)
	}))
}

func (re *Regexp) ReplaceAllFunc(src []byte, repl func([]byte) []byte) []byte {
	return re.replaceAll(string(src), 2, func(dst []byte, m []int) []byte {
		return append(dst, repl(src[m[0]:m[1]])...)
	})
}
