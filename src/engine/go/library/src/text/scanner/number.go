package scanner

import "fmt"

func lower(ch rune) rune { return ch | 0x20 }

func isDigit(ch rune) bool { return '0' <= ch && ch <= '9' }

// noDigit is more than a digit can be.
const noDigit = 16

func digitOf(ch rune) int {
	switch {
	case isDigit(ch):
		return int(ch - '0')
	case 'a' <= lower(ch) && lower(ch) <= 'f':
		return int(lower(ch)-'a') + 10
	}
	return noDigit
}

// A literal is a number being read.
type literal struct {
	s    *Scanner
	ch   rune // the character that was read last
	base int
	// prefix is x, o, b, 0 for a zero before digits, or none.
	prefix rune
	// What there was so far, and the first digit that is too great.
	hasDigits, hasSeparators bool
	invalid                  rune
}

// number takes a number; also the first character behind it.
func (s *Scanner) number(ch rune, seenPoint bool) (tok, behind rune) {
	l := &literal{s: s, ch: ch, base: 10}
	tok = Int
	if !seenPoint {
		l.begin()
		l.digits()
		if l.ch == '.' && s.Mode&ScanFloats != 0 {
			l.ch = s.next()
			seenPoint = true
		}
	}
	if seenPoint {
		tok = Float
		if l.prefix == 'o' || l.prefix == 'b' {
			s.error("invalid radix point in " + l.name())
		}
		l.digits()
	}
	if !l.hasDigits {
		s.error(l.name() + " has no digits")
	}
	if e := lower(l.ch); (e == 'e' || e == 'p') && s.Mode&ScanFloats != 0 {
		tok = Float
		l.exponent(e)
	} else if l.prefix == 'x' && tok == Float {
		s.error("hexadecimal mantissa requires a 'p' exponent")
	}
	if tok == Int && l.invalid != 0 {
		s.error(fmt.Sprintf("invalid digit %q in %s", l.invalid, l.name()))
	}
	if l.hasSeparators {
		s.endToken()
		if !areSeparated(s.TokenText()) {
			s.error("'_' must separate successive digits")
		}
	}
	return tok, l.ch
}

// begin takes a prefix.
func (l *literal) begin() {
	if l.ch != '0' {
		return
	}
	l.ch = l.s.next()
	switch lower(l.ch) {
	case 'x':
		l.base, l.prefix = 16, 'x'
	case 'o':
		l.base, l.prefix = 8, 'o'
	case 'b':
		l.base, l.prefix = 2, 'b'
	default:
		l.base, l.prefix, l.hasDigits = 8, '0', true
		return
	}
	l.ch = l.s.next()
}

// digits takes digits and underscores; decimal ones also where the base is smaller.
func (l *literal) digits() {
	for ; l.ch == '_' || digitOf(l.ch) < max(l.base, 10); l.ch = l.s.next() {
		if l.ch == '_' {
			l.hasSeparators = true
			continue
		}
		l.hasDigits = true
		if l.invalid == 0 && digitOf(l.ch) >= l.base {
			l.invalid = l.ch
		}
	}
}

func (l *literal) exponent(e rune) {
	s := l.s
	switch {
	case e == 'e' && l.prefix != 0 && l.prefix != '0':
		s.error(fmt.Sprintf("%q exponent requires decimal mantissa", l.ch))
	case e == 'p' && l.prefix != 'x':
		s.error(fmt.Sprintf("%q exponent requires hexadecimal mantissa", l.ch))
	}
	l.ch = s.next()
	if l.ch == '+' || l.ch == '-' {
		l.ch = s.next()
	}
	power := literal{s: s, ch: l.ch, base: 10}
	power.digits()
	l.ch = power.ch
	l.hasSeparators = l.hasSeparators || power.hasSeparators
	if !power.hasDigits {
		s.error("exponent has no digits")
	}
}

func (l *literal) name() string {
	switch l.prefix {
	case 'x':
		return "hexadecimal literal"
	case 'o', '0':
		return "octal literal"
	case 'b':
		return "binary literal"
	}
	return "decimal literal"
}

// areSeparated says whether each underscore in a number stands between digits, or a prefix and one.
func areSeparated(text string) bool {
	isHex := false
	wasDigit := false
	wasSeparator := false
	for i, ch := range text {
		isPrefix := i == 1 && text[0] == '0' && (lower(ch) == 'x' || lower(ch) == 'o' || lower(ch) == 'b')
		isHex = isHex || isPrefix && lower(ch) == 'x'
		if ch == '_' {
			if !wasDigit {
				return false
			}
			wasDigit, wasSeparator = false, true
			continue
		}
		wasDigit = isPrefix || isDigit(ch) || isHex && digitOf(ch) < noDigit
		if wasSeparator && !wasDigit {
			return false
		}
		wasSeparator = false
	}
	return !wasSeparator
}
