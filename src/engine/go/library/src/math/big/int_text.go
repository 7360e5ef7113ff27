package big

import (
	"fmt"
	"io"
	"strings"
)

func (x *Int) Text(base int) string {
	if x == nil {
		return "<nil>"
	}
	if base < 2 || base > MaxBase {
		panic("invalid base")
	}
	return text(x.value, base)
}

func (x *Int) Append(buf []byte, base int) []byte { return append(buf, x.Text(base)...) }
func (x *Int) String() string                     { return x.Text(10) }

func demandBase(base int) {
	if base != 0 && (base < 2 || base > MaxBase) {
		panic(fmt.Sprintf("invalid number base %d", base))
	}
}

// wholeInteger is for a text that is an integer and nothing else.
func wholeInteger(s string, base int) (integer, bool) {
	x, problem, isWhole := parseInteger(s, base)
	return x, problem == "" && isWhole
}

func (z *Int) SetString(s string, base int) (*Int, bool) {
	demandBase(base)
	value, ok := wholeInteger(s, base)
	if !ok {
		return nil, false
	}
	return z.to(value), true
}

// padded writes a number with what fmt's flags want around it.
func padded(s fmt.State, left int, sign string, zeros int, digits string, right int) {
	io.WriteString(s, strings.Repeat(" ", left)+sign+strings.Repeat("0", zeros)+digits+strings.Repeat(" ", right))
}

func signText(negative bool, s fmt.State) string {
	switch {
	case negative:
		return "-"
	case s.Flag('+'):
		return "+"
	case s.Flag(' '):
		return " "
	}
	return ""
}

func verbBase(ch rune) int {
	switch ch {
	case 'b':
		return 2
	case 'o', 'O':
		return 8
	case 'd', 's', 'v':
		return 10
	case 'x', 'X':
		return 16
	}
	return 0
}

func verbPrefix(ch rune, s fmt.State) string {
	if ch == 'O' {
		return "0o"
	}
	if s.Flag('#') {
		switch ch {
		case 'b':
			return "0b"
		case 'o':
			return "0"
		case 'x':
			return "0x"
		case 'X':
			return "0X"
		}
	}
	return ""
}

func (x *Int) Format(s fmt.State, ch rune) {
	base := verbBase(ch)
	if base == 0 {
		fmt.Fprintf(s, "%%!%c(big.Int=%s)", ch, x.String())
		return
	}
	if x == nil {
		fmt.Fprint(s, "<nil>")
		return
	}
	sign := signText(x.Sign() < 0, s) + verbPrefix(ch, s)
	digits := text(absolute(x.value), base)
	if ch == 'X' {
		digits = strings.ToUpper(digits)
	}
	left, zeros, right := 0, 0, 0
	precision, hasPrecision := s.Precision()
	if hasPrecision {
		if digits == "0" && precision == 0 {
			return
		}
		zeros = max(precision-len(digits), 0)
	}
	if width, ok := s.Width(); ok {
		missing := max(width-len(sign)-zeros-len(digits), 0)
		switch {
		case s.Flag('-'):
			right = missing
		case s.Flag('0') && !hasPrecision:
			zeros = missing
		default:
			left = missing
		}
	}
	padded(s, left, sign, zeros, digits, right)
}

func (x *Int) AppendText(b []byte) (text []byte, err error) { return x.Append(b, 10), nil }
func (x *Int) MarshalText() (text []byte, err error)        { return []byte(x.String()), nil }

func (z *Int) UnmarshalText(text []byte) error {
	if _, ok := z.SetString(string(text), 0); !ok {
		return fmt.Errorf("math/big: cannot unmarshal %q into a *big.Int", text)
	}
	return nil
}

func (x *Int) MarshalJSON() ([]byte, error) {
	if x == nil {
		return []byte("null"), nil
	}
	return x.MarshalText()
}

func (z *Int) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		return nil
	}
	return z.UnmarshalText(text)
}
