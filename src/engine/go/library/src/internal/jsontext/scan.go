// Package jsontext knows the grammar of JSON: checking, skipping, quoting and laying out text. The
// words of its complaints are those of encoding/json.
package jsontext

import (
	"strconv"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// A Problem is what is wrong with a text: its words, and after how many bytes it was seen.
type Problem struct {
	Text string
	At   int
	// End: the text ends too early; more of it may help.
	End bool
	// in is what follows the digits of a number that ends too early: where formatting sees the end.
	in int
}

const (
	ForValue  = "looking for beginning of value"
	ForKey    = "looking for beginning of object key string"
	AfterKey  = "after object key"
	AfterPair = "after object key:value pair"
	AfterElem = "after array element"
	AfterTop  = "after top-level value"
	inString  = "in string"
	inNumber  = "in numeric literal"

	maxDepth = 10000
)

func ended(at int) *Problem { return &Problem{Text: "unexpected end of JSON input", At: at, End: true} }

func endedIn(start, in int) *Problem {
	p := ended(start)
	p.in = in
	return p
}

// Unexpected is the problem that the character at b[at] is in the wrong place.
func Unexpected(b []byte, at int, where string) *Problem {
	r, n := utf8.DecodeRune(b[at:])
	shown := strconv.QuoteRune(r)
	if r == utf8.RuneError && n == 1 {
		shown = `'\x` + strconv.FormatUint(uint64(b[at]), 16) + `'`
	}
	return &Problem{"invalid character " + shown + " " + where, at + n, false, 0}
}

// Space is the index of the first byte from at that is no white space.
func Space(b []byte, at int) int {
	for at < len(b) && (b[at] == ' ' || b[at] == '\t' || b[at] == '\r' || b[at] == '\n') {
		at++
	}
	return at
}

// Check says whether b is one value with white space around it.
func Check(b []byte) *Problem {
	at := Space(b, 0)
	end, p := End(b, at, 1)
	if p != nil {
		return p
	}
	if end = Space(b, end); end < len(b) {
		return Unexpected(b, end, AfterTop)
	}
	return nil
}

// End is the end of the value that starts at b[at].
func End(b []byte, at, depth int) (int, *Problem) {
	if at >= len(b) {
		return at, ended(at)
	}
	switch c := b[at]; c {
	case 'n':
		return Literal(b, at, "null")
	case 't':
		return Literal(b, at, "true")
	case 'f':
		return Literal(b, at, "false")
	case '"':
		return String(b, at, ForValue)
	case '{':
		return object(b, at, depth)
	case '[':
		return array(b, at, depth)
	default:
		if c == '-' || '0' <= c && c <= '9' {
			return Number(b, at)
		}
	}
	return at, Unexpected(b, at, ForValue)
}

func object(b []byte, at, depth int) (int, *Problem) {
	if depth == maxDepth+1 {
		return at, &Problem{"exceeded max depth", at + 1, false, 0}
	}
	at = Space(b, at+1)
	if at < len(b) && b[at] == '}' {
		return at + 1, nil
	}
	for {
		var p *Problem
		if at, p = String(b, Space(b, at), ForKey); p != nil {
			return at, p
		}
		if at = Space(b, at); at >= len(b) {
			return at, ended(at)
		}
		if b[at] != ':' {
			return at, Unexpected(b, at, AfterKey)
		}
		if at, p = End(b, Space(b, at+1), depth+1); p != nil {
			return at, p
		}
		if at = Space(b, at); at >= len(b) {
			return at, ended(at)
		}
		switch b[at] {
		case '}':
			return at + 1, nil
		case ',':
			at++
		default:
			return at, Unexpected(b, at, AfterPair)
		}
	}
}

func array(b []byte, at, depth int) (int, *Problem) {
	if depth == maxDepth+1 {
		return at, &Problem{"exceeded max depth", at + 1, false, 0}
	}
	at = Space(b, at+1)
	if at < len(b) && b[at] == ']' {
		return at + 1, nil
	}
	for {
		var p *Problem
		if at, p = End(b, Space(b, at), depth+1); p != nil {
			return at, p
		}
		if at = Space(b, at); at >= len(b) {
			return at, ended(at)
		}
		switch b[at] {
		case ']':
			return at + 1, nil
		case ',':
			at++
		default:
			return at, Unexpected(b, at, AfterElem)
		}
	}
}

// Literal is the end of null, true or false at b[at].
func Literal(b []byte, at int, word string) (int, *Problem) {
	for i := range len(word) {
		if at+i >= len(b) {
			return at + i, ended(at + i)
		}
		if b[at+i] != word[i] {
			return at + i, Unexpected(b, at+i, "in literal "+word+" (expecting "+strconv.QuoteRune(rune(word[i]))+")")
		}
	}
	return at + len(word), nil
}

// String is the end of the string at b[at]; where says what is looked for there.
func String(b []byte, at int, where string) (int, *Problem) {
	if at >= len(b) {
		return at, ended(at)
	}
	if b[at] != '"' {
		return at, Unexpected(b, at, where)
	}
	for at++; at < len(b); {
		switch c := b[at]; {
		case c == '"':
			return at + 1, nil
		case c == '\\':
			n, p := escape(b, at)
			if p != nil {
				return at, p
			}
			at += n
		case c < ' ':
			return at, Unexpected(b, at, inString)
		case c < utf8.RuneSelf:
			at++
		default:
			if !utf8.FullRune(b[at:]) {
				return at, ended(at)
			}
			_, n := utf8.DecodeRune(b[at:])
			at += n
		}
	}
	return at, ended(at)
}

// escape is the length of the escape sequence at b[at].
func escape(b []byte, at int) (int, *Problem) {
	if at+1 >= len(b) {
		return 0, ended(at)
	}
	switch b[at+1] {
	case '/', '"', '\\', 'b', 'f', 'n', 'r', 't':
		return 2, nil
	case 'u':
		for i := at + 2; i < at+6; i++ {
			if i >= len(b) {
				return 0, ended(at)
			}
			if !isHex(b[i]) {
				return 0, badEscape(b, at, min(at+6, len(b)))
			}
		}
		return 6, nil
	}
	return 0, badEscape(b, at, at+2)
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

func badEscape(b []byte, at, end int) *Problem {
	what := string(b[at:end])
	shown := "`" + what + "`"
	for _, r := range what {
		if r == '`' || r == utf8.RuneError || unicode.IsSpace(r) || !unicode.IsPrint(r) {
			shown = strconv.Quote(what)
		}
	}
	return &Problem{"invalid escape sequence " + shown + " " + inString, end, false, 0}
}

// Number is the end of the number at b[at].
func Number(b []byte, at int) (int, *Problem) {
	start := at
	if b[at] == '-' {
		at++
	}
	if at >= len(b) {
		return start, ended(start)
	}
	switch c := b[at]; {
	case c == '0':
		at++
	case '1' <= c && c <= '9':
		at = digits(b, at)
	default:
		return at, Unexpected(b, at, inNumber)
	}
	if at < len(b) && b[at] == '.' {
		if at+1 >= len(b) {
			return start, endedIn(start, at)
		}
		at++
		if b[at] < '0' || b[at] > '9' {
			return at, Unexpected(b, at, inNumber)
		}
		at = digits(b, at)
	}
	if at < len(b) && (b[at] == 'e' || b[at] == 'E') {
		exponent := at
		at++
		if at < len(b) && (b[at] == '-' || b[at] == '+') {
			at++
		}
		if at >= len(b) {
			return start, endedIn(start, exponent)
		}
		if b[at] < '0' || b[at] > '9' {
			return at, Unexpected(b, at, inNumber)
		}
		at = digits(b, at)
	}
	return at, nil
}

func digits(b []byte, at int) int {
	for at < len(b) && '0' <= b[at] && b[at] <= '9' {
		at++
	}
	return at
}

// Unquote is the text of a correct quoted string.
func Unquote(b []byte) string {
	plain := true
	for _, c := range b[1 : len(b)-1] {
		if c == '\\' || c >= utf8.RuneSelf {
			plain = false
			break
		}
	}
	if plain {
		return string(b[1 : len(b)-1])
	}
	text := make([]byte, 0, len(b))
	for at := 1; at < len(b)-1; {
		if c := b[at]; c != '\\' {
			if c < utf8.RuneSelf {
				text = append(text, c)
				at++
				continue
			}
			r, n := utf8.DecodeRune(b[at:])
			text = utf8.AppendRune(text, r)
			at += n
			continue
		}
		switch c := b[at+1]; c {
		case 'u':
			r := hexRune(b[at+2:])
			at += 6
			if utf16.IsSurrogate(r) {
				low := rune(-1)
				if at+6 <= len(b)-1 && b[at] == '\\' && b[at+1] == 'u' {
					low = hexRune(b[at+2:])
				}
				if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
					at += 6
				}
			}
			text = utf8.AppendRune(text, r)
			continue
		case 'b':
			text = append(text, '\b')
		case 'f':
			text = append(text, '\f')
		case 'n':
			text = append(text, '\n')
		case 'r':
			text = append(text, '\r')
		case 't':
			text = append(text, '\t')
		default:
			text = append(text, c)
		}
		at += 2
	}
	return string(text)
}

func hexRune(b []byte) rune {
	n, _ := strconv.ParseUint(string(b[:4]), 16, 32)
	return rune(n)
}
