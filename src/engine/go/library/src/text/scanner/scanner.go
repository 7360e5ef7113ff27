// Package scanner: a text as tokens, as Go has them or somewhat otherwise.
package scanner

import (
	"fmt"
	"io"
	"os"
	"unicode"
	"unicode/utf8"
)

// A Position is valid if its line is above 0.
type Position struct {
	Filename string
	Offset   int // in bytes, from 0
	Line     int // from 1
	Column   int // in characters, from 1
}

func (pos *Position) IsValid() bool { return pos.Line > 0 }

func (pos Position) String() string {
	name := pos.Filename
	if name == "" {
		name = "<input>"
	}
	if !pos.IsValid() {
		return name
	}
	return fmt.Sprintf("%s:%d:%d", name, pos.Line, pos.Column)
}

// The tokens that are not characters.
const (
	EOF = -(iota + 1)
	Ident
	Int
	Float
	Char
	String
	RawString
	Comment

	skipped
)

// The bits of a mode: which tokens there are.
const (
	ScanIdents     = 1 << -Ident
	ScanInts       = 1 << -Int
	ScanFloats     = 1 << -Float
	ScanChars      = 1 << -Char
	ScanStrings    = 1 << -String
	ScanRawStrings = 1 << -RawString
	ScanComments   = 1 << -Comment
	SkipComments   = 1 << -skipped
	GoTokens       = ScanIdents | ScanFloats | ScanChars | ScanStrings | ScanRawStrings | ScanComments | SkipComments
)

// GoWhitespace is the white space between Go's tokens.
const GoWhitespace = 1<<'\t' | 1<<'\n' | 1<<'\r' | 1<<' '

var tokenNames = []string{"EOF", "Ident", "Int", "Float", "Char", "String", "RawString", "Comment"}

// TokenString shows a token or a character.
func TokenString(tok rune) string {
	if tok < 0 && int(-tok) <= len(tokenNames) {
		return tokenNames[-tok-1]
	}
	return fmt.Sprintf("%q", string(tok))
}

// unread is for a scanner that has not looked at its first character.
const unread = -2

// A Scanner is one character ahead of the token that it has found.
type Scanner struct {
	src io.Reader
	// buf is what is read, from the token or the next character on; base is its place in the source.
	buf  []byte
	base int
	pos  int

	line, column int
	// lineLen and charLen are lengths of what was read last, in characters and bytes.
	lineLen, charLen int

	// The token is buf[tokPos:tokEnd]; there is none if tokPos is below 0.
	tokPos, tokEnd int
	ch             rune

	// Error gets complaints, which else go to os.Stderr.
	Error      func(s *Scanner, msg string)
	ErrorCount int
	Mode       uint
	// Whitespace has bits for the characters up to space that are passed over.
	Whitespace uint64
	// IsIdentRune says which character may be the i-th of an identifier.
	IsIdentRune func(ch rune, i int) bool
	// Position is where the last token begins.
	Position
}

// Init begins with a source; what a scanner is set to must be set afterwards.
func (s *Scanner) Init(src io.Reader) *Scanner {
	*s = Scanner{
		src: src, line: 1, tokPos: -1, ch: unread, Mode: GoTokens, Whitespace: GoWhitespace,
		IsIdentRune: s.IsIdentRune, Position: Position{s.Filename, s.Offset, 0, s.Column},
	}
	return s
}

// chunk is how many bytes are read at once.
const chunk = 1024

// fill reads until there is a whole character; false at the end.
func (s *Scanner) fill() bool {
	for !utf8.FullRune(s.buf[s.pos:]) {
		from := s.pos
		if s.tokPos >= 0 {
			from = s.tokPos
			s.tokPos = 0
		}
		rest := s.buf[from:]
		s.base += from
		s.pos -= from
		room := make([]byte, len(rest)+chunk)
		copy(room, rest)
		n, err := s.src.Read(room[len(rest):])
		s.buf = room[:len(rest)+n]
		if err != nil {
			if err != io.EOF {
				s.tokEnd = s.pos
				s.complain(err.Error())
			}
			return s.pos < len(s.buf)
		}
	}
	return true
}

// next reads a character.
func (s *Scanner) next() rune {
	if !s.fill() {
		if s.charLen > 0 {
			s.column++
		}
		s.charLen = 0
		return EOF
	}
	ch, size := utf8.DecodeRune(s.buf[s.pos:])
	s.pos += size
	s.charLen = size
	s.column++
	switch {
	case ch == utf8.RuneError && size == 1:
		s.error("invalid UTF-8 encoding")
	case ch == 0:
		s.error("invalid character NUL")
	case ch == '\n':
		s.line++
		s.lineLen = s.column
		s.column = 0
	}
	return ch
}

// Next reads a character, without a token.
func (s *Scanner) Next() rune {
	s.tokPos = -1
	s.Line = 0
	ch := s.Peek()
	if ch != EOF {
		s.ch = s.next()
	}
	return ch
}

// Peek is the next character. A byte order mark at the beginning is none.
func (s *Scanner) Peek() rune {
	if s.ch == unread {
		s.ch = s.next()
		if s.ch == '\uFEFF' {
			s.ch = s.next()
		}
	}
	return s.ch
}

// endToken ends the token before the character that was read last.
func (s *Scanner) endToken() { s.tokEnd = s.pos - s.charLen }

func (s *Scanner) error(msg string) {
	s.endToken()
	s.complain(msg)
}

func (s *Scanner) complain(msg string) {
	s.ErrorCount++
	if s.Error != nil {
		s.Error(s, msg)
		return
	}
	pos := s.Position
	if !pos.IsValid() {
		pos = s.Pos()
	}
	fmt.Fprintf(os.Stderr, "%s: %s\n", pos, msg)
}

// lineAndColumn is where the character is that was read last.
func (s *Scanner) lineAndColumn() (line, column int) {
	if s.column > 0 {
		return s.line, s.column
	}
	return s.line - 1, s.lineLen
}

// Pos is right behind the last character or token.
func (s *Scanner) Pos() (pos Position) {
	pos = Position{s.Filename, s.base + s.pos - s.charLen, 1, 1}
	if s.column > 0 || s.lineLen > 0 {
		pos.Line, pos.Column = s.lineAndColumn()
	}
	return pos
}

// TokenText is the text of the last token.
func (s *Scanner) TokenText() string {
	if s.tokPos < 0 {
		return ""
	}
	s.tokEnd = max(s.tokEnd, s.tokPos)
	return string(s.buf[s.tokPos:s.tokEnd])
}

// Scan finds the next token, or a character that is none.
func (s *Scanner) Scan() rune {
	s.Peek()
	s.Line = 0
	tok := rune(skipped)
	for tok == skipped {
		s.tokPos = -1
		for s.Whitespace&(1<<uint(s.ch)) != 0 {
			s.ch = s.next()
		}
		s.tokPos = s.pos - s.charLen
		s.Offset = s.base + s.tokPos
		s.Line, s.Column = s.lineAndColumn()
		tok, s.ch = s.token(s.ch)
	}
	s.endToken()
	return tok
}

// token takes what begins with ch; also the first character behind it.
func (s *Scanner) token(ch rune) (tok, behind rune) {
	has := func(bits uint) bool { return s.Mode&bits != 0 }
	switch {
	case s.mayIdentify(ch, 0):
		if !has(ScanIdents) {
			return ch, s.next()
		}
		return Ident, s.identifier()
	case isDigit(ch) && has(ScanInts|ScanFloats):
		return s.number(ch, false)
	case ch == EOF:
		return ch, ch
	case ch == '"' && has(ScanStrings):
		s.quoted(ch)
		return String, s.next()
	case ch == '\'' && has(ScanChars):
		if s.quoted(ch) != 1 {
			s.error("invalid char literal")
		}
		return Char, s.next()
	case ch == '`' && has(ScanRawStrings):
		s.raw()
		return RawString, s.next()
	}
	after := s.next()
	switch {
	case ch == '.' && isDigit(after) && has(ScanFloats):
		return s.number(after, true)
	case ch == '/' && (after == '/' || after == '*') && has(ScanComments):
		if has(SkipComments) {
			s.tokPos = -1
			return skipped, s.comment(after)
		}
		return Comment, s.comment(after)
	}
	return ch, after
}

func (s *Scanner) mayIdentify(ch rune, i int) bool {
	if s.IsIdentRune != nil {
		return ch != EOF && s.IsIdentRune(ch, i)
	}
	return ch == '_' || unicode.IsLetter(ch) || i > 0 && unicode.IsDigit(ch)
}

func (s *Scanner) identifier() rune {
	for i := 1; ; i++ {
		if ch := s.next(); !s.mayIdentify(ch, i) {
			return ch
		}
	}
}

// quoted counts the characters up to a quote.
func (s *Scanner) quoted(quote rune) (count int) {
	for ch := s.next(); ch != quote; count++ {
		switch {
		case ch == '\n' || ch < 0:
			s.error("literal not terminated")
			return count
		case ch == '\\':
			ch = s.escape(quote)
		default:
			ch = s.next()
		}
	}
	return count
}

// escape takes what is behind a backslash; the first character behind that.
func (s *Scanner) escape(quote rune) rune {
	ch := s.next()
	switch ch {
	case 'a', 'b', 'f', 'n', 'r', 't', 'v', '\\', quote:
		return s.next()
	case '0', '1', '2', '3', '4', '5', '6', '7':
		return s.code(ch, 8, 3)
	case 'x':
		return s.code(s.next(), 16, 2)
	case 'u':
		return s.code(s.next(), 16, 4)
	case 'U':
		return s.code(s.next(), 16, 8)
	}
	s.error("invalid char escape")
	return ch
}

// code takes digits of a base, so many.
func (s *Scanner) code(ch rune, base, count int) rune {
	for ; count > 0; count-- {
		if digitOf(ch) >= base {
			s.error("invalid char escape")
			break
		}
		ch = s.next()
	}
	return ch
}

func (s *Scanner) raw() {
	for {
		switch ch := s.next(); {
		case ch == '`':
			return
		case ch < 0:
			s.error("literal not terminated")
			return
		}
	}
}

// comment takes what is behind // or /*; the first character behind that.
func (s *Scanner) comment(kind rune) rune {
	ch := s.next()
	if kind == '/' {
		for ch != '\n' && ch >= 0 {
			ch = s.next()
		}
		return ch
	}
	for ch >= 0 {
		before := ch
		if ch = s.next(); before == '*' && ch == '/' {
			return s.next()
		}
	}
	s.error("comment not terminated")
	return ch
}
