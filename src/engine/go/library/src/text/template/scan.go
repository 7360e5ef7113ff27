package template

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

type tokenKind int

const (
	tokenError tokenKind = iota
	tokenBool
	tokenChar
	tokenRune
	tokenComplex
	tokenAssign
	tokenDeclare
	tokenEOF
	tokenField
	tokenIdentifier
	tokenLeft
	tokenLeftParen
	tokenNumber
	tokenPipe
	tokenRight
	tokenRightParen
	tokenSpace
	tokenString
	tokenText
	tokenVariable
	tokenKeyword
	tokenDot
	tokenNil
)

type token struct {
	kind tokenKind
	text string
	pos  int
	line int
}

// String is how messages show a token.
func (t token) String() string {
	switch {
	case t.kind == tokenEOF:
		return "EOF"
	case t.kind == tokenError:
		return t.text
	case t.kind >= tokenKeyword:
		return "<" + t.text + ">"
	case len(t.text) > 10:
		return fmt.Sprintf("%.10q...", t.text)
	}
	return fmt.Sprintf("%q", t.text)
}

// A scanner cuts a text into tokens: text, and what stands between delimiters.
type scanner struct {
	input       string
	left, right string
	at          int
	line        int
	inside      bool
	parens      int
	failed      bool
	// isFunction says whether a name is that of a function, for break and continue.
	isFunction func(string) bool
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

const spaces = " \t\r\n"

func isWordRune(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }

func (s *scanner) rest() string { return s.input[s.at:] }

// take makes a token of the next n bytes.
func (s *scanner) take(kind tokenKind, n int) token {
	t := token{kind, s.input[s.at : s.at+n], s.at, s.line}
	s.skip(n)
	return t
}

func (s *scanner) skip(n int) {
	s.line += strings.Count(s.input[s.at:s.at+n], "\n")
	s.at += n
}

func (s *scanner) fail(format string, args ...any) token {
	t := token{tokenError, fmt.Sprintf(format, args...), s.at, s.line}
	s.failed = true
	return t
}

func (s *scanner) next() token {
	if s.failed {
		return token{tokenEOF, "EOF", 0, s.line}
	}
	if s.inside {
		return s.action()
	}
	for {
		rest := s.rest()
		x := strings.Index(rest, s.left)
		if x < 0 {
			if rest == "" {
				return token{tokenEOF, "EOF", s.at, s.line}
			}
			return s.take(tokenText, len(rest))
		}
		if x > 0 {
			text := rest[:x]
			if trimsLeft(rest[x+len(s.left):]) {
				text = strings.TrimRight(text, spaces)
			}
			t := s.take(tokenText, len(text))
			s.skip(x - len(text))
			if text != "" {
				return t
			}
		}
		t, isComment := s.leftDelimiter()
		if !isComment {
			return t
		}
		if t.kind == tokenError {
			return t
		}
	}
}

func trimsLeft(s string) bool { return len(s) >= 2 && s[0] == '-' && isSpace(s[1]) }

// atRight says whether the right delimiter is next, perhaps after " -".
func (s *scanner) atRight() (is, trims bool) {
	rest := s.rest()
	if len(rest) >= 2 && isSpace(rest[0]) && rest[1] == '-' && strings.HasPrefix(rest[2:], s.right) {
		return true, true
	}
	return strings.HasPrefix(rest, s.right), false
}

// leftDelimiter begins an action, or passes over a comment.
func (s *scanner) leftDelimiter() (t token, isComment bool) {
	marker := 0
	if trimsLeft(s.rest()[len(s.left):]) {
		marker = 2
	}
	if !strings.HasPrefix(s.rest()[len(s.left)+marker:], "/*") {
		t = s.take(tokenLeft, len(s.left))
		s.skip(marker)
		s.inside, s.parens = true, 0
		return t, false
	}
	s.skip(len(s.left) + marker)
	end := strings.Index(s.rest(), "*/")
	if end < 0 {
		return s.fail("unclosed comment"), true
	}
	start := *s
	s.skip(end + 2)
	is, trims := s.atRight()
	if !is {
		*s = start
		return s.fail("comment ends before closing delimiter"), true
	}
	s.closeDelimiter(trims)
	return token{kind: tokenSpace}, true
}

func (s *scanner) closeDelimiter(trims bool) token {
	if trims {
		s.skip(2)
	}
	t := s.take(tokenRight, len(s.right))
	if trims {
		s.skip(len(s.rest()) - len(strings.TrimLeft(s.rest(), spaces)))
	}
	s.inside = false
	return t
}

func (s *scanner) action() token {
	if is, trims := s.atRight(); is {
		if s.parens == 0 {
			return s.closeDelimiter(trims)
		}
		return s.fail("unclosed left paren")
	}
	rest := s.rest()
	if rest == "" {
		return s.fail("unclosed action")
	}
	switch c := rest[0]; {
	case isSpace(c):
		n := len(rest) - len(strings.TrimLeft(rest, spaces))
		// The last space may belong to the delimiter.
		if n > 1 && strings.HasPrefix(rest[n:], "-"+s.right) {
			n--
		}
		return s.take(tokenSpace, n)
	case c == '=':
		return s.take(tokenAssign, 1)
	case c == ':':
		if !strings.HasPrefix(rest, ":=") {
			return s.fail("expected :=")
		}
		return s.take(tokenDeclare, 2)
	case c == '|':
		return s.take(tokenPipe, 1)
	case c == '"':
		return s.quoted(tokenString, c, "unterminated quoted string")
	case c == '\'':
		return s.quoted(tokenRune, c, "unterminated character constant")
	case c == '`':
		if end := strings.IndexByte(rest[1:], '`'); end >= 0 {
			return s.take(tokenString, end+2)
		}
		return s.fail("unterminated raw quoted string")
	case c == '$':
		return s.name(tokenVariable)
	case c == '.' && len(rest) > 1 && (rest[1] < '0' || rest[1] > '9'):
		return s.name(tokenField)
	case c == '.' || c == '+' || c == '-' || '0' <= c && c <= '9':
		return s.number()
	case c == '(':
		s.parens++
		return s.take(tokenLeftParen, 1)
	case c == ')':
		if s.parens--; s.parens < 0 {
			return s.fail("unexpected right paren")
		}
		return s.take(tokenRightParen, 1)
	}
	r, n := utf8.DecodeRuneInString(rest)
	switch {
	case isWordRune(r):
		return s.word()
	case r <= unicode.MaxASCII && unicode.IsPrint(r):
		return s.take(tokenChar, n)
	}
	return s.fail("unrecognized character in action: %#U", r)
}

func (s *scanner) quoted(kind tokenKind, quote byte, problem string) token {
	rest := s.rest()
	for i := 1; i < len(rest) && rest[i] != '\n'; i++ {
		switch rest[i] {
		case '\\':
			if i++; i < len(rest) && rest[i] == '\n' {
				return s.fail("%s", problem)
			}
		case quote:
			return s.take(kind, i+1)
		}
	}
	return s.fail("%s", problem)
}

// wordLength is the length of letters and digits at the start of a text.
func wordLength(text string) int { return len(text) - len(strings.TrimLeftFunc(text, isWordRune)) }

// endsAt says whether a word may end after n bytes.
func (s *scanner) endsAt(n int) (r rune, ok bool) {
	after := s.rest()[n:]
	if after == "" || isSpace(after[0]) || strings.IndexByte(".,|:)(", after[0]) >= 0 || strings.HasPrefix(after, s.right) {
		return 0, true
	}
	r, _ = utf8.DecodeRuneInString(after)
	return r, false
}

// name takes .word or $word, or . or $ alone.
func (s *scanner) name(kind tokenKind) token {
	if _, ends := s.endsAt(1); ends {
		if kind == tokenField {
			kind = tokenDot
		}
		return s.take(kind, 1)
	}
	n := 1 + wordLength(s.rest()[1:])
	if r, ends := s.endsAt(n); !ends {
		return s.fail("bad character %#U", r)
	}
	return s.take(kind, n)
}

func (s *scanner) word() token {
	n := wordLength(s.rest())
	if r, ends := s.endsAt(n); !ends {
		return s.fail("bad character %#U", r)
	}
	kind := tokenIdentifier
	switch word := s.rest()[:n]; word {
	case "true", "false":
		kind = tokenBool
	case "nil":
		kind = tokenNil
	case "block", "define", "else", "end", "if", "range", "template", "with":
		kind = tokenKeyword
	case "break", "continue":
		if !s.isFunction(word) {
			kind = tokenKeyword
		}
	}
	return s.take(kind, n)
}

func (s *scanner) number() token {
	n, ok := numberLength(s.rest())
	if !ok {
		return s.fail("bad number syntax: %q", s.rest()[:n])
	}
	if after := s.rest()[n:]; after != "" && (after[0] == '+' || after[0] == '-') {
		m, ok := numberLength(after)
		if !ok || after[m-1] != 'i' {
			return s.fail("bad number syntax: %q", s.rest()[:n+m])
		}
		return s.take(tokenComplex, n+m)
	}
	return s.take(tokenNumber, n)
}

// numberLength is the length of what looks like a number at the start of a text.
func numberLength(text string) (n int, ok bool) {
	one := func(set string) bool {
		if n < len(text) && strings.IndexByte(set, text[n]) >= 0 {
			n++
			return true
		}
		return false
	}
	one("+-")
	digits, exponent := "0123456789_", "eE"
	if one("0") {
		switch {
		case one("xX"):
			digits, exponent = "0123456789abcdefABCDEF_", "pP"
		case one("oO"):
			digits, exponent = "01234567_", ""
		case one("bB"):
			digits, exponent = "01_", ""
		}
	}
	for one(digits) {
	}
	if one(".") {
		for one(digits) {
		}
	}
	if one(exponent) {
		one("+-")
		for one("0123456789_") {
		}
	}
	one("i")
	if r, size := utf8.DecodeRuneInString(text[n:]); size > 0 && isWordRune(r) {
		return n + size, false
	}
	return n, true
}
