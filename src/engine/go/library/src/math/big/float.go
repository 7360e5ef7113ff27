package big

import (
	"math"
	"strconv"
)

const (
	MaxExp  = math.MaxInt32
	MinExp  = math.MinInt32
	MaxPrec = math.MaxUint32
)

// RoundingMode says what happens to a result that has too many bits.
type RoundingMode byte

const (
	ToNearestEven RoundingMode = iota
	ToNearestAway
	ToZero
	AwayFromZero
	ToNegativeInf
	ToPositiveInf
)

// The same for quotients of integers.
const (
	Trunc = ToZero
	Floor = ToNegativeInf
	Round = ToNearestEven
	Ceil  = ToPositiveInf
)

var modeNames = [...]string{
	"ToNearestEven", "ToNearestAway", "ToZero", "AwayFromZero", "ToNegativeInf", "ToPositiveInf",
}

func (i RoundingMode) String() string {
	if int(i) < len(modeNames) {
		return modeNames[i]
	}
	return "RoundingMode(" + strconv.Itoa(int(i)) + ")"
}

// Accuracy is about a rounded result: how it lies to the exact one.
type Accuracy int8

const (
	Below Accuracy = -1
	Exact Accuracy = 0
	Above Accuracy = +1
)

func (i Accuracy) String() string {
	switch i {
	case Below:
		return "Below"
	case Exact:
		return "Exact"
	case Above:
		return "Above"
	}
	return "Accuracy(" + strconv.Itoa(int(i)) + ")"
}

// An ErrNaN is what operations panic with that have no result.
type ErrNaN struct {
	msg string
}

func (err ErrNaN) Error() string { return err.msg }

type form byte

const (
	zero form = iota
	finite
	inf
)

// A Float is a binary float with a precision of its own. The zero value is 0 with precision 0,
// which takes the precision of the first result.
type Float struct {
	prec uint32
	mode RoundingMode
	acc  Accuracy
	form form
	neg  bool
	// For finite ones: an odd integer with the sign, and the exponent of the fraction it makes.
	mant integer
	exp  int32
}

func NewFloat(x float64) *Float {
	if math.IsNaN(x) {
		panic(ErrNaN{"NewFloat(NaN)"})
	}
	return new(Float).SetFloat64(x)
}

func accuracyOf(above bool) Accuracy {
	if above {
		return Above
	}
	return Below
}

func (x *Float) Prec() uint         { return uint(x.prec) }
func (x *Float) Mode() RoundingMode { return x.mode }
func (x *Float) Acc() Accuracy      { return x.acc }
func (x *Float) Signbit() bool      { return x.neg }
func (x *Float) IsInf() bool        { return x.form == inf }

func (x *Float) MinPrec() uint {
	if x.form != finite {
		return 0
	}
	return uint(bitLength(x.mant))
}

func (x *Float) IsInt() bool {
	if x.form != finite {
		return x.form == zero
	}
	return x.exp > 0 && x.MinPrec() <= uint(x.exp)
}

func (x *Float) Sign() int {
	if x.form == zero {
		return 0
	}
	if x.neg {
		return -1
	}
	return 1
}

func (z *Float) SetMode(mode RoundingMode) *Float {
	z.mode = mode
	z.acc = Exact
	return z
}

func (z *Float) SetPrec(prec uint) *Float {
	z.acc = Exact
	if prec == 0 {
		z.prec = 0
		if z.form == finite {
			z.acc = accuracyOf(z.neg)
			z.form = zero
		}
		return z
	}
	old := z.prec
	z.prec = uint32(min(prec, MaxPrec))
	if z.prec < old {
		z.round()
	}
	return z
}

// round makes a finite number fit its precision.
func (z *Float) round() {
	z.acc = Exact
	if z.form == finite {
		mant, exp, acc := round(z.mant, z.exp, z.prec, z.mode)
		z.result(mant, exp, acc)
	}
}

// result takes what a native computed, which may be too large or small for an exponent.
func (z *Float) result(mant integer, exp int, acc Accuracy) *Float {
	z.mant = mant
	z.neg = mant < 0
	z.acc = acc
	switch {
	case mant == 0:
		z.form = zero
	case exp < MinExp:
		z.form = zero
		z.acc = accuracyOf(z.neg)
	case exp > MaxExp:
		z.form = inf
		z.acc = accuracyOf(!z.neg)
	default:
		z.form = finite
		z.exp = int32(exp)
	}
	return z
}

// special makes z zero or infinite.
func (z *Float) special(f form, negative bool) *Float {
	z.form = f
	z.neg = negative
	z.acc = Exact
	return z
}

// of makes z the integer m rounded.
func (z *Float) of(m integer) *Float {
	if m == 0 {
		return z.special(zero, false)
	}
	mant, exp, acc := round(odd(m), int32(bitLength(m)), z.prec, z.mode)
	return z.result(mant, exp, acc)
}

func (z *Float) defaultPrec(prec uint32) {
	if z.prec == 0 {
		z.prec = prec
	}
}

func (z *Float) SetInt64(x int64) *Float {
	z.defaultPrec(64)
	return z.of(integer(x))
}

func (z *Float) SetUint64(x uint64) *Float {
	z.defaultPrec(64)
	return z.of(new(Int).SetUint64(x).value)
}

func (z *Float) SetInt(x *Int) *Float {
	z.defaultPrec(max(uint32(x.BitLen()), 64))
	return z.of(x.value)
}

func (z *Float) SetRat(x *Rat) *Float {
	if x.IsInt() {
		return z.SetInt(x.Num())
	}
	var a, b Float
	a.SetInt(x.Num())
	b.SetInt(x.Denom())
	z.defaultPrec(max(a.prec, b.prec))
	return z.Quo(&a, &b)
}

func (z *Float) SetFloat64(x float64) *Float {
	z.defaultPrec(53)
	if math.IsNaN(x) {
		panic(ErrNaN{"Float.SetFloat64(NaN)"})
	}
	if x == 0 {
		return z.special(zero, math.Signbit(x))
	}
	if math.IsInf(x, 0) {
		return z.special(inf, x < 0)
	}
	fraction, exponent := math.Frexp(x)
	mant, exp, acc := round(odd(integer(fraction*(1<<53))), int32(exponent), z.prec, z.mode)
	return z.result(mant, exp, acc)
}

func (z *Float) SetInf(signbit bool) *Float { return z.special(inf, signbit) }

func (z *Float) Set(x *Float) *Float {
	if z == x {
		z.acc = Exact
		return z
	}
	z.form, z.neg, z.mant, z.exp = x.form, x.neg, x.mant, x.exp
	z.acc = Exact
	if z.prec == 0 {
		z.prec = x.prec
	} else if z.prec < x.prec {
		z.round()
	}
	return z
}

func (z *Float) Copy(x *Float) *Float {
	if z != x {
		*z = *x
	}
	return z
}

func (x *Float) MantExp(mant *Float) (exp int) {
	if x.form == finite {
		exp = int(x.exp)
	}
	if mant != nil {
		mant.Copy(x)
		if mant.form == finite {
			mant.exp = 0
		}
	}
	return exp
}

func (z *Float) SetMantExp(mant *Float, exp int) *Float {
	z.Copy(mant)
	if z.form == finite {
		m, e, acc := round(z.mant, 0, z.prec, z.mode)
		z.result(m, int(z.exp)+exp+e, acc)
	}
	return z
}

func (z *Float) withSign(negative bool) *Float {
	if z.neg != negative {
		z.neg = negative
		z.mant = negated(z.mant)
	}
	return z
}

func (z *Float) Abs(x *Float) *Float { return z.Set(x).withSign(false) }
func (z *Float) Neg(x *Float) *Float { return z.Set(x).withSign(!x.neg) }

func (z *Float) operate(operator string, x, y *Float) *Float {
	mant, exp, acc := operate(operator, x.mant, x.exp, y.mant, y.exp, z.prec, z.mode)
	return z.result(mant, exp, acc)
}

func (z *Float) Add(x, y *Float) *Float {
	z.defaultPrec(max(x.prec, y.prec))
	switch {
	case x.form == finite && y.form == finite:
		z.operate("+", x, y)
		if z.form == zero {
			z.neg = z.mode == ToNegativeInf
		}
		return z
	case x.form == inf && y.form == inf && x.neg != y.neg:
		z.special(zero, false)
		panic(ErrNaN{"addition of infinities with opposite signs"})
	case x.form == zero && y.form == zero:
		return z.special(zero, x.neg && y.neg)
	case x.form == inf || y.form == zero:
		return z.Set(x)
	}
	return z.Set(y)
}

func (z *Float) Sub(x, y *Float) *Float {
	z.defaultPrec(max(x.prec, y.prec))
	switch {
	case x.form == finite && y.form == finite:
		z.operate("-", x, y)
		if z.form == zero {
			z.neg = z.mode == ToNegativeInf
		}
		return z
	case x.form == inf && y.form == inf && x.neg == y.neg:
		z.special(zero, false)
		panic(ErrNaN{"subtraction of infinities with equal signs"})
	case x.form == zero && y.form == zero:
		return z.special(zero, x.neg && !y.neg)
	case x.form == inf || y.form == zero:
		return z.Set(x)
	}
	return z.Neg(y)
}

func (z *Float) Mul(x, y *Float) *Float {
	z.defaultPrec(max(x.prec, y.prec))
	negative := x.neg != y.neg
	switch {
	case x.form == finite && y.form == finite:
		return z.operate("*", x, y)
	case x.form == zero && y.form == inf || x.form == inf && y.form == zero:
		z.special(zero, false)
		panic(ErrNaN{"multiplication of zero with infinity"})
	case x.form == inf || y.form == inf:
		return z.special(inf, negative)
	}
	return z.special(zero, negative)
}

func (z *Float) Quo(x, y *Float) *Float {
	z.defaultPrec(max(x.prec, y.prec))
	negative := x.neg != y.neg
	switch {
	case x.form == finite && y.form == finite:
		return z.operate("/", x, y)
	case x.form == zero && y.form == zero || x.form == inf && y.form == inf:
		z.special(zero, false)
		panic(ErrNaN{"division of zero by zero or infinity by infinity"})
	case x.form == zero || y.form == inf:
		return z.special(zero, negative)
	}
	return z.special(inf, negative)
}

func (z *Float) Sqrt(x *Float) *Float {
	z.defaultPrec(x.prec)
	if x.Sign() < 0 {
		panic(ErrNaN{"square root of negative operand"})
	}
	if x.form != finite {
		return z.special(x.form, x.neg)
	}
	z.operate("√", x, x)
	z.acc = Exact
	return z
}

// order is where a number lies: infinities at ±2, numbers at ±1, zero at 0.
func (x *Float) order() int {
	if x.form == inf {
		return 2 * x.Sign()
	}
	return x.Sign()
}

func (x *Float) Cmp(y *Float) int {
	switch a, b := x.order(), y.order(); {
	case a < b:
		return -1
	case a > b:
		return 1
	case x.form != finite:
		return 0
	}
	difference, _, _ := operate("-", x.mant, x.exp, y.mant, y.exp, 1, ToNearestEven)
	return compare(difference, 0)
}
