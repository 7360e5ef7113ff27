package strconv

func Quote(s string) string
func QuoteToASCII(s string) string
func QuoteToGraphic(s string) string
func QuoteRune(r rune) string
func QuoteRuneToASCII(r rune) string
func QuoteRuneToGraphic(r rune) string
func CanBackquote(s string) bool
func IsPrint(r rune) bool
func IsGraphic(r rune) bool

func AppendQuote(dst []byte, s string) []byte          { return append(dst, Quote(s)...) }
func AppendQuoteToASCII(dst []byte, s string) []byte   { return append(dst, QuoteToASCII(s)...) }
func AppendQuoteToGraphic(dst []byte, s string) []byte { return append(dst, QuoteToGraphic(s)...) }
func AppendQuoteRune(dst []byte, r rune) []byte        { return append(dst, QuoteRune(r)...) }
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte {
	return append(dst, QuoteRuneToASCII(r)...)
}
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte {
	return append(dst, QuoteRuneToGraphic(r)...)
}

// unquotedRune decodes the first, possibly escaped, character of s; ok is false on bad syntax.
// size is the number of bytes taken; raw says that value is a byte, not a rune.
func unquotedRune(s string, quote byte) (value rune, raw bool, size int, ok bool) {
	c := s[0]
	if c == quote && (quote == '\'' || quote == '"') {
		return 0, false, 0, false
	}
	if c >= 0x80 {
		for i, r := range s {
			if i > 0 {
				return value, false, i, true
			}
			value = r
		}
		return value, false, len(s), true
	}
	if c != '\\' {
		return rune(c), false, 1, true
	}
	if len(s) < 2 {
		return 0, false, 0, false
	}
	return escape(s, quote)
}

func escape(s string, quote byte) (value rune, raw bool, size int, ok bool) {
	switch c := s[1]; c {
	case 'a':
		return '\a', false, 2, true
	case 'b':
		return '\b', false, 2, true
	case 'f':
		return '\f', false, 2, true
	case 'n':
		return '\n', false, 2, true
	case 'r':
		return '\r', false, 2, true
	case 't':
		return '\t', false, 2, true
	case 'v':
		return '\v', false, 2, true
	case '\\':
		return '\\', false, 2, true
	case '\'', '"':
		return rune(c), false, 2, c == quote
	case 'x':
		value, ok = number(s[2:], 2, 16)
		return value, true, 4, ok
	case 'u':
		value, ok = number(s[2:], 4, 16)
		return value, false, 6, ok && (value < 0xD800 || value > 0xDFFF)
	case 'U':
		value, ok = number(s[2:], 8, 16)
		valid := value >= 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF)
		return value, false, 10, ok && valid
	case '0', '1', '2', '3', '4', '5', '6', '7':
		value, ok = number(s[1:], 3, 8)
		return value, true, 4, ok && value <= 255
	}
	return 0, false, 0, false
}

func number(s string, digits int, base int) (value rune, ok bool) {
	if len(s) < digits {
		return 0, false
	}
	for i := 0; i < digits; i++ {
		d := digit(s[i])
		if d >= base {
			return 0, false
		}
		value = value*rune(base) + rune(d)
	}
	return value, true
}

// UnquoteChar decodes the first character or byte of the escaped string s.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	if s == "" {
		return 0, false, "", ErrSyntax
	}
	value, raw, size, ok := unquotedRune(s, quote)
	if !ok {
		return 0, false, "", ErrSyntax
	}
	return value, !raw && value >= 0x80, s[size:], nil
}

// QuotedPrefix returns the quoted string at the start of s.
func QuotedPrefix(s string) (string, error) {
	_, size, ok := unquotePrefix(s)
	if !ok {
		return "", ErrSyntax
	}
	return s[:size], nil
}

// Unquote reads a quoted Go string or character literal.
func Unquote(s string) (string, error) {
	text, size, ok := unquotePrefix(s)
	if !ok || size != len(s) {
		return "", ErrSyntax
	}
	return text, nil
}

func unquotePrefix(s string) (text string, size int, ok bool) {
	if len(s) < 2 {
		return "", 0, false
	}
	quote := s[0]
	if quote == '`' {
		return rawPrefix(s)
	}
	if quote != '"' && quote != '\'' {
		return "", 0, false
	}
	var out []byte
	count := 0
	i := 1
	for i < len(s) && s[i] != quote {
		if s[i] == '\n' || quote == '\'' && count == 1 {
			return "", 0, false
		}
		value, raw, n, good := unquotedRune(s[i:], quote)
		if !good {
			return "", 0, false
		}
		switch {
		case raw:
			out = append(out, byte(value))
		default:
			out = append(out, string(value)...)
		}
		i += n
		count++
	}
	// Nothing between single quotes passes for nothing, in Go too.
	if i >= len(s) {
		return "", 0, false
	}
	return string(out), i + 1, true
}

func rawPrefix(s string) (text string, size int, ok bool) {
	var out []byte
	for i := 1; i < len(s); i++ {
		if s[i] == '`' {
			return string(out), i + 1, true
		}
		if s[i] != '\r' {
			out = append(out, s[i])
		}
	}
	return "", 0, false
}
