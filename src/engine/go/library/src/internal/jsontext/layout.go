package jsontext

import (
	"strings"
	"unicode/utf8"
)

const hexDigits = "0123456789abcdef"

// AppendQuote appends s as a JSON string; html says whether <, > and & are escaped.
func AppendQuote(dst []byte, s string, html bool) []byte {
	dst = append(dst, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= ' ' && c != '"' && c != '\\' && (!html || c != '<' && c != '>' && c != '&') {
				i++
				continue
			}
			dst = appendEscaped(append(dst, s[start:i]...), c)
			i++
			start = i
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			dst = append(append(dst, s[start:i]...), "\ufffd"...)
			start = i + n
		case r == '\u2028' || r == '\u2029':
			dst = append(append(dst, s[start:i]...), `\u202`...)
			dst = append(dst, hexDigits[r&0xf])
			start = i + n
		}
		i += n
	}
	return append(append(dst, s[start:]...), '"')
}

func appendEscaped(dst []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(dst, '\\', c)
	case '\b':
		return append(dst, '\\', 'b')
	case '\f':
		return append(dst, '\\', 'f')
	case '\n':
		return append(dst, '\\', 'n')
	case '\r':
		return append(dst, '\\', 'r')
	case '\t':
		return append(dst, '\\', 't')
	}
	return append(dst, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&0xf])
}

// AppendHTMLEscape appends src with what HTML or JavaScript could misread escaped.
func AppendHTMLEscape(dst, src []byte, html bool) []byte {
	start := 0
	for i, c := range src {
		if html && (c == '<' || c == '>' || c == '&') {
			dst = append(dst, src[start:i]...)
			dst = append(dst, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&0xf])
			start = i + 1
		}
		if c == 0xe2 && i+2 < len(src) && src[i+1] == 0x80 && src[i+2]&^1 == 0xa8 {
			dst = append(dst, src[start:i]...)
			dst = append(dst, '\\', 'u', '2', '0', '2', hexDigits[src[i+2]&0xf])
			start = i + 3
		}
	}
	return append(dst, src[start:]...)
}

// formatting is the problem in the words of the functions that format.
func (p *Problem) formatting() *Problem {
	q := *p
	q.Text = strings.Replace(q.Text, AfterElem, "after array value", 1)
	q.At = max(q.At, q.in)
	return &q
}

// AppendCompact appends src without white space.
func AppendCompact(dst, src []byte) ([]byte, *Problem) {
	if p := Check(src); p != nil {
		return dst, p.formatting()
	}
	for at := 0; at < len(src); {
		switch c := src[at]; c {
		case ' ', '\t', '\r', '\n':
			at++
		case '"':
			end, _ := String(src, at, ForValue)
			dst = append(dst, src[at:end]...)
			at = end
		default:
			dst = append(dst, c)
			at++
		}
	}
	return dst, nil
}

// AppendIndent appends src with each member and element on a line of its own.
func AppendIndent(dst, src []byte, prefix, indent string) ([]byte, *Problem) {
	if p := Check(src); p != nil {
		return dst, p.formatting()
	}
	depth := 0
	newline := func() {
		dst = append(append(dst, '\n'), prefix...)
		dst = append(dst, strings.Repeat(indent, depth)...)
	}
	for at := Space(src, 0); at < len(src); {
		c := src[at]
		switch c {
		case ' ', '\t', '\r', '\n':
			at++
			continue
		case '"':
			end, _ := String(src, at, ForValue)
			dst = append(dst, src[at:end]...)
			at = end
			continue
		case '{', '[':
			next := Space(src, at+1)
			if src[next] == c+2 {
				dst = append(dst, c, c+2)
				at = next + 1
				continue
			}
			dst = append(dst, c)
			depth++
			newline()
		case ',':
			dst = append(dst, c)
			newline()
		case ':':
			dst = append(dst, ':', ' ')
		case '}', ']':
			depth--
			newline()
			dst = append(dst, c)
		default:
			dst = append(dst, c)
		}
		at++
	}
	end := len(src)
	for end > 0 && Space(src, end-1) > end-1 {
		end--
	}
	return append(dst, src[end:]...), nil
}
