// Package strconv: numbers, booleans and quoted strings to and from text.
package strconv

import "errors"

const IntSize = 64

var (
	ErrRange  = errors.New("value out of range")
	ErrSyntax = errors.New("invalid syntax")
)

// A NumError records a failed conversion.
type NumError struct {
	Func string
	Num  string
	Err  error
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}

func (e *NumError) Unwrap() error { return e.Err }

func syntaxError(fn, text string) *NumError { return &NumError{fn, text, ErrSyntax} }
func rangeError(fn, text string) *NumError  { return &NumError{fn, text, ErrRange} }

func baseError(fn, text string, base int) *NumError {
	return &NumError{fn, text, errors.New("invalid base " + Itoa(base))}
}

func bitSizeError(fn, text string, bitSize int) *NumError {
	return &NumError{fn, text, errors.New("invalid bit size " + Itoa(bitSize))}
}

// ParseUint reads an unsigned integer; base 0 takes it from the prefix.
func ParseUint(s string, base int, bitSize int) (uint64, error) {
	const fn = "ParseUint"
	if s == "" {
		return 0, syntaxError(fn, s)
	}
	underscores := base == 0
	whole := s
	switch {
	case 2 <= base && base <= 36:
	case base == 0:
		base, s = prefixBase(s)
	default:
		return 0, baseError(fn, whole, base)
	}
	if bitSize == 0 {
		bitSize = IntSize
	} else if bitSize < 0 || bitSize > 64 {
		return 0, bitSizeError(fn, whole, bitSize)
	}
	if s == "" {
		return 0, syntaxError(fn, whole)
	}
	limit := uint64(1)<<uint(bitSize) - 1
	last := limit / uint64(base)
	sawUnderscore := false
	var n uint64
	for i := 0; i < len(s); i++ {
		if s[i] == '_' && underscores {
			sawUnderscore = true
			continue
		}
		d := digit(s[i])
		if d >= base {
			return 0, syntaxError(fn, whole)
		}
		if n > last || n*uint64(base) > limit-uint64(d) {
			return limit, rangeError(fn, whole)
		}
		n = n*uint64(base) + uint64(d)
	}
	if sawUnderscore && !underscoresFit(whole) {
		return 0, syntaxError(fn, whole)
	}
	return n, nil
}

func prefixBase(s string) (int, string) {
	if s[0] != '0' {
		return 10, s
	}
	if len(s) >= 3 {
		switch s[1] | 0x20 {
		case 'b':
			return 2, s[2:]
		case 'o':
			return 8, s[2:]
		case 'x':
			return 16, s[2:]
		}
	}
	return 8, s[1:] + zeroIfEmpty(s[1:])
}

func zeroIfEmpty(s string) string {
	if s == "" {
		return "0"
	}
	return ""
}

func digit(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'z':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'Z':
		return int(c-'A') + 10
	}
	return 99
}

// underscoresFit: underscores only between digits, or between the base prefix and a digit.
func underscoresFit(s string) bool {
	previous := '^'
	i := 0
	if len(s) >= 1 && (s[0] == '-' || s[0] == '+') {
		s = s[1:]
	}
	hex := false
	if len(s) >= 2 && s[0] == '0' && (s[1]|0x20 == 'b' || s[1]|0x20 == 'o' || s[1]|0x20 == 'x') {
		i = 2
		previous = '0'
		hex = s[1]|0x20 == 'x'
	}
	for ; i < len(s); i++ {
		switch {
		case '0' <= s[i] && s[i] <= '9' || hex && 'a' <= s[i]|0x20 && s[i]|0x20 <= 'f':
			previous = '0'
		case s[i] == '_':
			if previous != '0' {
				return false
			}
			previous = '_'
		default:
			if previous == '_' {
				return false
			}
			previous = '!'
		}
	}
	return previous != '_'
}

// ParseInt reads a signed integer; base 0 takes it from the prefix.
func ParseInt(s string, base int, bitSize int) (int64, error) {
	const fn = "ParseInt"
	if s == "" {
		return 0, syntaxError(fn, s)
	}
	whole := s
	negative := s[0] == '-'
	if s[0] == '+' || s[0] == '-' {
		s = s[1:]
	}
	un, err := ParseUint(s, base, bitSize)
	if err != nil && err.(*NumError).Err != ErrRange {
		err.(*NumError).Func = fn
		err.(*NumError).Num = whole
		return 0, err
	}
	if bitSize == 0 {
		bitSize = IntSize
	}
	cutoff := uint64(1) << uint(bitSize-1)
	if !negative && un >= cutoff {
		return int64(cutoff - 1), rangeError(fn, whole)
	}
	if negative && un > cutoff {
		return -int64(cutoff), rangeError(fn, whole)
	}
	n := int64(un)
	if negative {
		n = -n
	}
	return n, nil
}

// Atoi is ParseInt(s, 10, 0) for int.
func Atoi(s string) (int, error) {
	n, err := ParseInt(s, 10, 0)
	if e, ok := err.(*NumError); ok {
		e.Func = "Atoi"
	}
	return int(n), err
}

func Itoa(i int) string { return FormatInt(int64(i), 10) }

func formatInt(i int64, base int) string
func formatUint(i uint64, base int) string

func FormatInt(i int64, base int) string {
	checkBase(base)
	return formatInt(i, base)
}

func FormatUint(i uint64, base int) string {
	checkBase(base)
	return formatUint(i, base)
}

func checkBase(base int) {
	if base < 2 || base > 36 {
		panic("strconv: illegal AppendInt/FormatInt base")
	}
}

func AppendInt(dst []byte, i int64, base int) []byte   { return append(dst, FormatInt(i, base)...) }
func AppendUint(dst []byte, i uint64, base int) []byte { return append(dst, FormatUint(i, base)...) }

func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, syntaxError("ParseBool", str)
}

func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

func AppendBool(dst []byte, b bool) []byte { return append(dst, FormatBool(b)...) }
