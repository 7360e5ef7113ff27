package fmt

import (
	"errors"
	"io"
	"math"
	"strconv"
)

const (
	binaryDigits  = "01"
	octalDigits   = "01234567"
	decimalDigits = "0123456789"
	hexDigits     = "0123456789aAbBcCdDeEfF"

	floatVerbs = "beEfFgGv"
)

// pointee says of what kind the variable is that target points to; "" if it is no pointer. A slice
// of bytes is of kind "bytes".
func pointee(target any) (kind string, bits int)

// store sets the variable that target points to; value has the same representation.
func store(target, value any)

// typeText is what %T prints.
func typeText(x any) string { return Sprintf("%T", x) }

func (s *input) scanOne(verb rune, arg any) {
	s.token = s.token[:0]
	if scanner, ok := arg.(Scanner); ok {
		if err := scanner.Scan(s, verb); err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			s.fail(err)
		}
		return
	}
	kind, bits := pointee(arg)
	switch kind {
	case "":
		s.failWith("type not a pointer: " + typeText(arg))
	case "bool":
		store(arg, s.scanBool(verb))
	case "int":
		store(arg, s.scanInt(verb, bits))
	case "uint":
		store(arg, s.scanUint(verb, bits))
	case "float":
		s.mustSuit(verb, floatVerbs, "float"+strconv.Itoa(bits))
		s.SkipSpace()
		s.mustHaveMore()
		store(arg, s.float(s.floatToken(), bits))
	case "complex":
		store(arg, s.scanComplex(verb, bits))
	case "string":
		store(arg, s.scanString(verb))
	case "bytes":
		store(arg, []byte(s.scanString(verb)))
	default:
		s.failWith("can't scan type: " + typeText(arg))
	}
}

// mustSuit stops scanning unless verb is one of the verbs.
func (s *input) mustSuit(verb rune, verbs, typ string) {
	if !isOneOf(verbs, verb) {
		s.failWith("bad verb '%" + string(verb) + "' for " + typ)
	}
}

// acceptWord takes the letters of a word, given as pairs of cases, until one is missing.
func (s *input) acceptWord(pairs ...string) bool {
	for _, pair := range pairs {
		if !s.accept(pair) {
			return false
		}
	}
	return true
}

func (s *input) scanBool(verb rune) bool {
	s.SkipSpace()
	s.mustHaveMore()
	s.mustSuit(verb, "tv", "boolean")
	// One letter is enough; after two the word has to go on.
	errSyntax := errors.New("syntax error scanning boolean")
	switch s.next() {
	case '1':
		return true
	case 't', 'T':
		if s.accept("rR") && !s.acceptWord("uU", "eE") {
			s.fail(errSyntax)
		}
		return true
	case 'f', 'F':
		if s.accept("aA") && !s.acceptWord("lL", "sS", "eE") {
			s.fail(errSyntax)
		}
	}
	return false
}

// digitsOf are base and digits of an integer verb.
func (s *input) digitsOf(verb rune) (base int, digits string) {
	s.mustSuit(verb, "bdoUxXv", "integer")
	switch verb {
	case 'b':
		return 2, binaryDigits
	case 'o':
		return 8, octalDigits
	case 'x', 'X', 'U':
		return 16, hexDigits
	}
	return 10, decimalDigits
}

// prefix takes 0, 0b, 0o or 0x; then the base is left to strconv.
func (s *input) prefix() (base int, digits string, found bool) {
	switch {
	case !s.accept("0"):
		return 0, decimalDigits + "_", false
	case s.accept("bB"):
		return 0, binaryDigits + "_", true
	case s.accept("oO"):
		return 0, octalDigits + "_", true
	case s.accept("xX"):
		return 0, hexDigits + "_", true
	}
	return 0, octalDigits + "_", true
}

// integerToken takes the digits of an integer, with its sign if it may have one.
func (s *input) integerToken(verb rune, signs string) (token string, base int) {
	s.SkipSpace()
	s.mustHaveMore()
	base, digits := s.digitsOf(verb)
	found := false
	if verb == 'U' {
		if !s.accept("U") || !s.accept("+") {
			s.failWith("bad unicode format ")
		}
		s.token = s.token[:0]
	} else {
		if signs != "" {
			s.accept(signs)
		}
		if verb == 'v' {
			base, digits, found = s.prefix()
		}
	}
	if !found {
		s.mustHaveMore()
		if !s.accept(digits) {
			s.failWith("expected integer")
		}
	}
	for s.accept(digits) {
	}
	return string(s.token), base
}

func (s *input) scanRune(bits int) int64 {
	s.mustHaveMore()
	r := int64(s.next())
	if r != r<<(64-bits)>>(64-bits) {
		s.failWith("overflow on character value " + string(rune(r)))
	}
	return r
}

func (s *input) scanInt(verb rune, bits int) int64 {
	if verb == 'c' {
		return s.scanRune(bits)
	}
	token, base := s.integerToken(verb, "+-")
	i, err := strconv.ParseInt(token, base, 64)
	if err != nil {
		s.fail(err)
	}
	if i != i<<(64-bits)>>(64-bits) {
		s.failWith("integer overflow on token " + token)
	}
	return i
}

func (s *input) scanUint(verb rune, bits int) uint64 {
	if verb == 'c' {
		return uint64(s.scanRune(bits))
	}
	token, base := s.integerToken(verb, "")
	i, err := strconv.ParseUint(token, base, 64)
	if err != nil {
		s.fail(err)
	}
	if i != i<<(64-bits)>>(64-bits) {
		s.failWith("unsigned integer overflow on token " + token)
	}
	return i
}

func (s *input) floatToken() string {
	s.token = s.token[:0]
	if s.acceptWord("nN", "aA", "nN") {
		return string(s.token)
	}
	s.accept("+-")
	if s.acceptWord("iI", "nN", "fF") {
		return string(s.token)
	}
	digits, exponent := decimalDigits+"_", "eEpP"
	if s.acceptWord("0", "xX") {
		digits, exponent = hexDigits+"_", "pP"
	}
	for s.accept(digits) {
	}
	if s.accept(".") {
		for s.accept(digits) {
		}
	}
	if s.accept(exponent) {
		s.accept("+-")
		for s.accept(decimalDigits + "_") {
		}
	}
	return string(s.token)
}

// float reads a token; a decimal one with exponent p is a mantissa times a power of two.
func (s *input) float(token string, bits int) float64 {
	mantissa, power := token, ""
	isHex := false
	for i, c := range token {
		isHex = isHex || c == 'x' || c == 'X'
		if c == 'p' && !isHex {
			mantissa, power = token[:i], token[i+1:]
			break
		}
	}
	f, err := strconv.ParseFloat(mantissa, bits)
	if err == nil && len(mantissa) == len(token) {
		return f
	}
	exponent := 0
	if err == nil {
		exponent, err = strconv.Atoi(power)
	}
	if err != nil {
		if e, ok := err.(*strconv.NumError); ok {
			e.Num = token
		}
		s.fail(err)
	}
	return math.Ldexp(f, exponent)
}

func (s *input) scanComplex(verb rune, bits int) complex128 {
	s.mustSuit(verb, floatVerbs, "complex")
	s.SkipSpace()
	s.mustHaveMore()
	errSyntax := errors.New("syntax error scanning complex number")
	inParentheses := s.accept("(")
	re := s.floatToken()
	s.token = s.token[:0]
	if !s.accept("+-") {
		s.fail(errSyntax)
	}
	sign := string(s.token)
	im := sign + s.floatToken()
	if !s.accept("i") || inParentheses && !s.accept(")") {
		s.fail(errSyntax)
	}
	return complex(s.float(re, bits/2), s.float(im, bits/2))
}

func (s *input) scanString(verb rune) string {
	s.mustSuit(verb, "svqxX", "string")
	s.SkipSpace()
	s.mustHaveMore()
	switch verb {
	case 'q':
		return s.quotedString()
	case 'x', 'X':
		return s.hexString()
	}
	s.SkipSpace()
	return string(s.takeWhile(notSpace))
}

func (s *input) quotedString() string {
	s.mustHaveMore()
	quote := s.next()
	text := string(quote)
	switch quote {
	case '`':
		for r := s.mustNext(); r != quote; r = s.mustNext() {
			text += string(r)
		}
		return text[1:]
	case '"':
		for {
			r := s.mustNext()
			text += string(r)
			if r == '\\' {
				text += string(s.mustNext())
			} else if r == quote {
				break
			}
		}
		result, err := strconv.Unquote(text)
		if err != nil {
			s.fail(err)
		}
		return result
	}
	s.failWith("expected quoted string")
	return ""
}

func hexValue(r rune) int {
	switch {
	case '0' <= r && r <= '9':
		return int(r - '0')
	case 'a' <= r && r <= 'f':
		return int(r-'a') + 10
	case 'A' <= r && r <= 'F':
		return int(r-'A') + 10
	}
	return -1
}

func (s *input) hexString() string {
	var bytes []byte
	for {
		r := s.next()
		if r == end {
			break
		}
		high := hexValue(r)
		if high < 0 {
			s.UnreadRune()
			break
		}
		low := hexValue(s.mustNext())
		if low < 0 {
			s.failWith("illegal hex digit")
		}
		bytes = append(bytes, byte(high<<4|low))
	}
	if len(bytes) == 0 {
		s.failWith("no hex data for %x string")
	}
	return string(bytes)
}
