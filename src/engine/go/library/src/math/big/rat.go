package big

import (
	"errors"
	"fmt"
	"math"
	"strings"
)

// A Rat is a fraction a/b in lowest terms. The zero value is 0: b = 0 stands for 1.
type Rat struct {
	a Int
	b Int
}

func NewRat(a, b int64) *Rat { return new(Rat).SetFrac64(a, b) }

func (x *Rat) below() integer {
	if x.b.value == 0 {
		return 1
	}
	return x.b.value
}

// reduced makes z the fraction a/b.
func (z *Rat) reduced(a, b integer) *Rat {
	if b < 0 {
		a, b = negated(a), negated(b)
	}
	if a == 0 {
		b = 1
	} else if divisor := gcd(a, b); divisor != 1 {
		a, b = quo(a, divisor), quo(b, divisor)
	}
	z.a.value = a
	z.b.value = b
	return z
}

func (z *Rat) SetFrac(a, b *Int) *Rat {
	demandDivisor(b.value)
	return z.reduced(a.value, b.value)
}

func (z *Rat) SetFrac64(a, b int64) *Rat {
	demandDivisor(integer(b))
	return z.reduced(integer(a), integer(b))
}

func (z *Rat) SetInt(x *Int) *Rat      { return z.reduced(x.value, 1) }
func (z *Rat) SetInt64(x int64) *Rat   { return z.reduced(integer(x), 1) }
func (z *Rat) SetUint64(x uint64) *Rat { return z.SetInt(new(Int).SetUint64(x)) }
func (z *Rat) Set(x *Rat) *Rat         { return z.reduced(x.a.value, x.below()) }
func (z *Rat) Abs(x *Rat) *Rat         { return z.reduced(absolute(x.a.value), x.below()) }
func (z *Rat) Neg(x *Rat) *Rat         { return z.reduced(negated(x.a.value), x.below()) }
func (x *Rat) Sign() int               { return x.a.Sign() }
func (x *Rat) IsInt() bool             { return x.below() == 1 }
func (x *Rat) Num() *Int               { return &x.a }
func (x *Rat) Cmp(y *Rat) int          { return compare(mul(x.a.value, y.below()), mul(y.a.value, x.below())) }

func (x *Rat) Denom() *Int {
	if x.b.value == 0 {
		return NewInt(1)
	}
	return &x.b
}

func (z *Rat) SetFloat64(f float64) *Rat {
	if math.IsInf(f, 0) || math.IsNaN(f) {
		return nil
	}
	fraction, exponent := math.Frexp(f)
	mantissa := integer(fraction * (1 << 53))
	exponent -= 53
	if exponent >= 0 {
		return z.reduced(shiftLeft(mantissa, uint(exponent)), 1)
	}
	return z.reduced(mantissa, shiftLeft(1, uint(-exponent)))
}

func (x *Rat) Float32() (f float32, exact bool) {
	result, exact := rationalToHost(x.a.value, x.below(), true)
	return float32(result), exact
}

func (x *Rat) Float64() (f float64, exact bool) {
	return rationalToHost(x.a.value, x.below(), false)
}

func (z *Rat) Inv(x *Rat) *Rat {
	demandDivisor(x.a.value)
	return z.reduced(x.below(), x.a.value)
}

func (z *Rat) Add(x, y *Rat) *Rat {
	sum := add(mul(x.a.value, y.below()), mul(y.a.value, x.below()))
	return z.reduced(sum, mul(x.below(), y.below()))
}

func (z *Rat) Sub(x, y *Rat) *Rat {
	difference := sub(mul(x.a.value, y.below()), mul(y.a.value, x.below()))
	return z.reduced(difference, mul(x.below(), y.below()))
}

func (z *Rat) Mul(x, y *Rat) *Rat {
	return z.reduced(mul(x.a.value, y.a.value), mul(x.below(), y.below()))
}

func (z *Rat) Quo(x, y *Rat) *Rat {
	demandDivisor(y.a.value)
	return z.reduced(mul(x.a.value, y.below()), mul(x.below(), y.a.value))
}

func (z *Rat) SetString(s string) (*Rat, bool) {
	above, below, isFraction := strings.Cut(s, "/")
	if !isFraction {
		a, b, ok := parseRational(s)
		if !ok {
			return nil, false
		}
		return z.reduced(a, b), true
	}
	a, ok := wholeInteger(above, 0)
	if !ok || strings.HasPrefix(below, "+") || strings.HasPrefix(below, "-") {
		return nil, false
	}
	b, ok := wholeInteger(below, 0)
	if !ok || b == 0 {
		return nil, false
	}
	return z.reduced(a, b), true
}

func (x *Rat) String() string { return text(x.a.value, 10) + "/" + text(x.below(), 10) }

func (x *Rat) RatString() string {
	if x.IsInt() {
		return x.a.String()
	}
	return x.String()
}

// FloatString has prec digits after the point; a half is rounded away from zero.
func (x *Rat) FloatString(prec int) string {
	prec = max(prec, 0)
	above, below := absolute(x.a.value), x.below()
	scaled := mul(above, power(10, integer(prec)))
	rounded := quo(add(mul(scaled, 2), below), mul(below, 2))
	digits := text(rounded, 10)
	if len(digits) <= prec {
		digits = strings.Repeat("0", prec+1-len(digits)) + digits
	}
	if prec > 0 {
		digits = digits[:len(digits)-prec] + "." + digits[len(digits)-prec:]
	}
	if x.Sign() < 0 {
		return "-" + digits
	}
	return digits
}

// FloatPrec is how many digits after the point x has, if it ends at all.
func (x *Rat) FloatPrec() (n int, exact bool) {
	twos := trailingZeros(x.below())
	rest := shiftRight(x.below(), twos)
	fives := 0
	for rem(rest, 5) == 0 {
		rest = quo(rest, 5)
		fives++
	}
	return max(int(twos), fives), rest == 1
}

func (z *Rat) Scan(s fmt.ScanState, ch rune) error {
	read, err := s.Token(true, func(r rune) bool { return strings.ContainsRune("+-/0123456789.eE", r) })
	if err != nil {
		return err
	}
	if !strings.ContainsRune("efgEFGv", ch) {
		return errors.New("Rat.Scan: invalid verb")
	}
	if _, ok := z.SetString(string(read)); !ok {
		return errors.New("Rat.Scan: invalid syntax")
	}
	return nil
}

func (x *Rat) AppendText(b []byte) ([]byte, error)   { return append(b, x.RatString()...), nil }
func (x *Rat) MarshalText() (text []byte, err error) { return []byte(x.RatString()), nil }

func (z *Rat) UnmarshalText(text []byte) error {
	if _, ok := z.SetString(string(text)); !ok {
		return fmt.Errorf("math/big: cannot unmarshal %q into a *big.Rat", text)
	}
	return nil
}
