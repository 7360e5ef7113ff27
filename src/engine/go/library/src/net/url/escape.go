package url

import (
	"strconv"
	"strings"
)

// A part of a URL has bytes of its own that stand for themselves.
type part int

const (
	pathPart part = iota
	segmentPart
	hostPart
	zonePart
	userPart
	queryPart
	fragmentPart
)

// plain are the bytes that stand for themselves in a part, beside letters, digits and -_.~ (RFC 3986).
var plain = [...]string{
	pathPart:     "$&+,/:;=@",
	segmentPart:  "$&+:=@",
	hostPart:     "!$&'()*+,;=:[]<>\"",
	zonePart:     "!$&'()*+,;=:[]<>\"",
	userPart:     "$&+,;=",
	queryPart:    "",
	fragmentPart: "$&+,/:;=?@!()*",
}

func (p part) escapes(c byte) bool {
	switch {
	case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
		return false
	case c == '-', c == '_', c == '.', c == '~':
		return false
	}
	return strings.IndexByte(plain[p], c) < 0
}

type EscapeError string

func (e EscapeError) Error() string { return "invalid URL escape " + strconv.Quote(string(e)) }

type InvalidHostError string

func (e InvalidHostError) Error() string {
	return "invalid character " + strconv.Quote(string(e)) + " in host name"
}

// QueryEscape makes a string fit for a query.
func QueryEscape(s string) string { return queryPart.escape(s) }

// PathEscape makes a string fit for one element of a path.
func PathEscape(s string) string { return segmentPart.escape(s) }

func QueryUnescape(s string) (string, error) { return queryPart.unescape(s) }
func PathUnescape(s string) (string, error)  { return segmentPart.unescape(s) }

const digits = "0123456789ABCDEF"

func (p part) escape(s string) string {
	var escaped []byte
	for i := range len(s) {
		c := s[i]
		isPlain := !p.escapes(c)
		if escaped == nil {
			if isPlain {
				continue
			}
			escaped = append(make([]byte, 0, len(s)+16), s[:i]...)
		}
		switch {
		case isPlain:
			escaped = append(escaped, c)
		case c == ' ' && p == queryPart:
			escaped = append(escaped, '+')
		default:
			escaped = append(escaped, '%', digits[c>>4], digits[c&15])
		}
	}
	if escaped == nil {
		return s
	}
	return string(escaped)
}

// hex is the value of two digits; false if they are none.
func hex(s string) (byte, bool) {
	if len(s) < 2 {
		return 0, false
	}
	value, err := strconv.ParseUint(s[:2], 16, 8)
	return byte(value), err == nil && s[0] != '+' && s[0] != '-' && s[0] != '_' && s[1] != '_'
}

func (p part) unescape(s string) (string, error) {
	var text []byte
	taken := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '%':
			value, ok := hex(s[i+1:])
			if !ok || !p.allows(s[i:i+3], value) {
				return "", EscapeError(s[i:min(i+3, len(s))])
			}
			text = append(append(text, s[taken:i]...), value)
			i += 2
			taken = i + 1
		case c == '+' && p == queryPart:
			text = append(append(text, s[taken:i]...), ' ')
			taken = i + 1
		case (p == hostPart || p == zonePart) && c < 0x80 && p.escapes(c):
			return "", InvalidHostError(s[i : i+1])
		}
	}
	if taken == 0 {
		return s, nil
	}
	return string(append(text, s[taken:]...)), nil
}

// allows says whether a byte may be escaped in a host: only what is not ASCII, % itself (for zones),
// and in a zone what may stand in a host anyway, and spaces.
func (p part) allows(escape string, value byte) bool {
	switch p {
	case hostPart:
		return value >= 0x80 || escape == "%25"
	case zonePart:
		return escape == "%25" || value == ' ' || !hostPart.escapes(value)
	}
	return true
}

// isEncoded says whether a text may be what a part was written as.
func (p part) isEncoded(s string) bool {
	for i := range len(s) {
		if c := s[i]; strings.IndexByte("!$&'()*+,;=:@[]%", c) < 0 && p.escapes(c) {
			return false
		}
	}
	return true
}
