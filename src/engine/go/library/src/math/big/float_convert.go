package big

import (
	"errors"
	"fmt"
	"io"
	"math"
)

// whole is the integer part of a finite number.
func (x *Float) whole() integer {
	if x.exp <= 0 {
		return 0
	}
	shift := int(x.exp) - bitLength(x.mant)
	if shift >= 0 {
		return shiftLeft(x.mant, uint(shift))
	}
	return quo(x.mant, shiftLeft(1, uint(-shift)))
}

// truncation is the accuracy of the integer part.
func (x *Float) truncation() Accuracy {
	if x.IsInt() {
		return Exact
	}
	return accuracyOf(x.neg)
}

func (x *Float) Uint64() (uint64, Accuracy) {
	switch {
	case x.form == zero:
		return 0, Exact
	case x.neg:
		return 0, Above
	case x.form == inf || x.exp > 64:
		return math.MaxUint64, Below
	case x.exp <= 0 || x.MinPrec() > 64:
		return toUint64(x.whole()), Below
	}
	// What is cut off goes without mention, as in Go.
	return toUint64(x.whole()), Exact
}

func (x *Float) Int64() (int64, Accuracy) {
	switch {
	case x.form == zero:
		return 0, Exact
	case x.form == finite && x.exp <= 63:
		return toInt64(x.whole()), x.truncation()
	case x.form == finite && x.neg && x.exp == 64 && x.MinPrec() == 1:
		return math.MinInt64, Exact
	case x.neg:
		return math.MinInt64, Above
	}
	return math.MaxInt64, Below
}

func (x *Float) Float64() (float64, Accuracy) {
	if x.form == finite {
		return toFloat64(x.mant, x.exp)
	}
	return x.hostSpecial(), Exact
}

func (x *Float) Float32() (float32, Accuracy) {
	if x.form == finite {
		return toFloat32(x.mant, x.exp)
	}
	return float32(x.hostSpecial()), Exact
}

func (x *Float) hostSpecial() float64 {
	value := 0.0
	if x.form == inf {
		value = math.Inf(1)
	}
	if x.neg {
		return math.Copysign(value, -1)
	}
	return value
}

func (x *Float) Int(z *Int) (*Int, Accuracy) {
	if x.form == inf {
		return nil, accuracyOf(x.neg)
	}
	if z == nil {
		z = new(Int)
	}
	if x.form == zero {
		return z.SetInt64(0), Exact
	}
	return z.to(x.whole()), x.truncation()
}

func (x *Float) Rat(z *Rat) (*Rat, Accuracy) {
	if x.form == inf {
		return nil, accuracyOf(x.neg)
	}
	if z == nil {
		z = new(Rat)
	}
	if x.form == zero {
		return z.SetInt64(0), Exact
	}
	if shift := bitLength(x.mant) - int(x.exp); shift > 0 {
		return z.reduced(x.mant, shiftLeft(1, uint(shift))), Exact
	}
	return z.reduced(x.whole(), 1), Exact
}

func (x *Float) Text(format byte, prec int) string {
	if x == nil {
		return "<nil>"
	}
	return string(x.Append(nil, format, prec))
}

func (x *Float) String() string { return x.Text('g', 10) }

func (x *Float) Append(buf []byte, fmt byte, prec int) []byte {
	sign := ""
	if x.neg {
		sign = "-"
	}
	if x.form == inf {
		if !x.neg {
			sign = "+"
		}
		return append(buf, sign+"Inf"...)
	}
	mant, exp := x.mant, x.exp
	if x.form == zero {
		mant, exp = 0, 0
	}
	text := floatText(mant, exp, x.prec, x.mode, string(rune(fmt)), prec)
	if text == "" {
		return append(buf, '%', fmt)
	}
	return append(buf, sign+text...)
}

func (x *Float) Format(s fmt.State, format rune) {
	prec, hasPrec := s.Precision()
	if !hasPrec {
		prec = 6
	}
	letter := format
	switch format {
	case 'e', 'E', 'f', 'b', 'p', 'x':
	case 'F':
		letter = 'f'
	case 'v', 'g', 'G':
		if format == 'v' {
			letter = 'g'
		}
		if !hasPrec {
			prec = -1
		}
	default:
		fmt.Fprintf(s, "%%!%c(*big.Float=%s)", format, x.String())
		return
	}
	digits := x.Text(byte(letter), prec)
	sign := ""
	switch digits[0] {
	case '-':
		sign, digits = "-", digits[1:]
	case '+':
		sign, digits = "+", digits[1:]
		if s.Flag(' ') {
			sign = " "
		}
	default:
		sign = signText(false, s)
	}
	width, _ := s.Width()
	missing := max(width-len(sign)-len(digits), 0)
	switch {
	case s.Flag('0') && !x.IsInf():
		padded(s, 0, sign, missing, digits, 0)
	case s.Flag('-'):
		padded(s, 0, sign, 0, digits, missing)
	default:
		padded(s, missing, sign, 0, digits, 0)
	}
}

func (z *Float) SetString(s string) (*Float, bool) {
	if f, _, err := z.Parse(s, 0); err == nil {
		return f, true
	}
	return nil, false
}

func ParseFloat(s string, base int, prec uint, mode RoundingMode) (f *Float, b int, err error) {
	return new(Float).SetPrec(prec).SetMode(mode).Parse(s, base)
}

func (z *Float) Parse(s string, base int) (f *Float, b int, err error) {
	switch s {
	case "Inf", "inf", "+Inf", "+inf", "-Inf", "-inf":
		return z.SetInf(s[0] == '-'), 0, nil
	case "":
		return nil, 0, io.EOF
	}
	if base != 0 && base != 2 && base != 8 && base != 10 && base != 16 {
		panic(fmt.Sprintf("invalid number base %d", base))
	}
	end, b, err := z.parse(s, base)
	if err != nil {
		return nil, b, err
	}
	if end < len(s) {
		err = fmt.Errorf("expected end of string, found %q", s[end])
	}
	return z, b, err
}

// infinitePower is how a native says that it multiplied with or divided by infinity, which is exact.
const infinitePower Accuracy = 2

// parse makes z the number that a text begins with, which is not infinite, and says where it ends.
func (z *Float) parse(s string, base int) (end, b int, err error) {
	prec := z.prec
	if prec == 0 {
		prec = 64
	}
	mant, exp, acc, negative, b, problem, end := parseFloat(s, base, prec, z.mode)
	if problem != "" {
		z.form = zero
		z.neg = negative
		return end, b, errors.New(problem)
	}
	z.prec = prec
	z.result(mant, exp, acc)
	z.neg = negative
	if acc == infinitePower {
		z.acc = Exact
	}
	return end, b, nil
}

func (x *Float) AppendText(b []byte) ([]byte, error) {
	if x == nil {
		return append(b, "<nil>"...), nil
	}
	return x.Append(b, 'g', -1), nil
}

func (x *Float) MarshalText() (text []byte, err error) { return x.AppendText(nil) }

func (z *Float) UnmarshalText(text []byte) error {
	_, _, err := z.Parse(string(text), 0)
	if err != nil {
		err = fmt.Errorf("math/big: cannot unmarshal %q into a *big.Float (%v)", text, err)
	}
	return err
}
