// Package big: numbers of any size: integers, fractions and binary floats.
package big

import (
	"fmt"
	"math/rand"
)

// A Word is a digit of an integer.
type Word uint

const MaxBase = 10 + ('z' - 'a' + 1) + ('Z' - 'A' + 1)

// An Int is an integer of any size. The zero value is 0.
type Int struct {
	value integer
}

func NewInt(x int64) *Int { return &Int{integer(x)} }

func (z *Int) to(value integer) *Int {
	z.value = value
	return z
}

func (x *Int) Sign() int                { return compare(x.value, 0) }
func (z *Int) SetInt64(x int64) *Int    { return z.to(integer(x)) }
func (z *Int) SetUint64(x uint64) *Int  { return z.SetBits([]Word{Word(x)}) }
func (z *Int) Set(x *Int) *Int          { return z.to(x.value) }
func (z *Int) Abs(x *Int) *Int          { return z.to(absolute(x.value)) }
func (z *Int) Neg(x *Int) *Int          { return z.to(negated(x.value)) }
func (z *Int) Add(x, y *Int) *Int       { return z.to(add(x.value, y.value)) }
func (z *Int) Sub(x, y *Int) *Int       { return z.to(sub(x.value, y.value)) }
func (z *Int) Mul(x, y *Int) *Int       { return z.to(mul(x.value, y.value)) }
func (z *Int) And(x, y *Int) *Int       { return z.to(and(x.value, y.value)) }
func (z *Int) Or(x, y *Int) *Int        { return z.to(or(x.value, y.value)) }
func (z *Int) Xor(x, y *Int) *Int       { return z.to(xor(x.value, y.value)) }
func (z *Int) AndNot(x, y *Int) *Int    { return z.to(and(x.value, not(y.value))) }
func (z *Int) Not(x *Int) *Int          { return z.to(not(x.value)) }
func (z *Int) Lsh(x *Int, n uint) *Int  { return z.to(shiftLeft(x.value, n)) }
func (z *Int) Rsh(x *Int, n uint) *Int  { return z.to(shiftRight(x.value, n)) }
func (x *Int) Cmp(y *Int) (r int)       { return compare(x.value, y.value) }
func (x *Int) CmpAbs(y *Int) int        { return compare(absolute(x.value), absolute(y.value)) }
func (x *Int) Int64() int64             { return toInt64(x.value) }
func (x *Int) Uint64() uint64           { return toUint64(x.value) }
func (x *Int) IsInt64() bool            { return integer(toInt64(x.value)) == x.value }
func (x *Int) IsUint64() bool           { return x.Sign() >= 0 && bitLength(x.value) <= 64 }
func (x *Int) BitLen() int              { return bitLength(x.value) }
func (x *Int) TrailingZeroBits() uint   { return trailingZeros(x.value) }
func (x *Int) Bytes() []byte            { return []byte(toBytes(x.value)) }
func (z *Int) SetBytes(buf []byte) *Int { return z.to(fromBytes(string(buf))) }

func not(x integer) integer { return sub(-1, x) }

func (x *Int) FillBytes(buf []byte) []byte {
	bytes := toBytes(x.value)
	if len(bytes) > len(buf) {
		panic("math/big: buffer too small to fit value")
	}
	clear(buf)
	copy(buf[len(buf)-len(bytes):], bytes)
	return buf
}

// Bits lists the words of |x|, the lowest first.
func (x *Int) Bits() []Word {
	var words []Word
	for rest := absolute(x.value); rest != 0; rest = shiftRight(rest, 64) {
		words = append(words, Word(toUint64(rest)))
	}
	return words
}

func (z *Int) SetBits(abs []Word) *Int {
	bytes := make([]byte, 0, 8*len(abs))
	for i := len(abs) - 1; i >= 0; i-- {
		for shift := 56; shift >= 0; shift -= 8 {
			bytes = append(bytes, byte(abs[i]>>shift))
		}
	}
	return z.SetBytes(bytes)
}

func demandDivisor(y integer) {
	if y == 0 {
		panic("division by zero")
	}
}

func (z *Int) Quo(x, y *Int) *Int {
	demandDivisor(y.value)
	return z.to(quo(x.value, y.value))
}

func (z *Int) Rem(x, y *Int) *Int {
	demandDivisor(y.value)
	return z.to(rem(x.value, y.value))
}

func (z *Int) QuoRem(x, y, r *Int) (*Int, *Int) { return z.Divide(x, y, r, Trunc) }

// DivMod leaves a remainder that is not negative.
func (z *Int) DivMod(x, y, m *Int) (*Int, *Int) {
	if y.Sign() < 0 {
		return z.Divide(x, y, m, Ceil)
	}
	return z.Divide(x, y, m, Floor)
}

func (z *Int) Div(x, y *Int) *Int {
	z.DivMod(x, y, nil)
	return z
}

func (z *Int) Mod(x, y *Int) *Int {
	(*Int)(nil).DivMod(x, y, z)
	return z
}

// Divide rounds the quotient as told; z or r may be nil.
func (z *Int) Divide(x, y, r *Int, mode RoundingMode) (*Int, *Int) {
	a, b := x.value, y.value
	demandDivisor(b)
	quotient, rest := quo(a, b), rem(a, b)
	if rest != 0 {
		step := integer(1)
		if a < 0 != (b < 0) {
			step = -1
		}
		if away(mode, step, quotient, rest, b) {
			quotient = add(quotient, step)
			rest = sub(a, mul(quotient, b))
		}
	}
	if z != nil {
		z.value = quotient
	}
	if r != nil {
		r.value = rest
	}
	return z, r
}

// away reports whether a truncated quotient is to be rounded away from zero, which is by step.
func away(mode RoundingMode, step, quotient, rest, divisor integer) bool {
	switch mode {
	case Trunc:
		return false
	case Floor:
		return step < 0
	case Ceil:
		return step > 0
	case Round:
		half := compare(absolute(mul(rest, 2)), absolute(divisor))
		return half > 0 || half == 0 && rem(quotient, 2) != 0
	}
	panic("unsupported rounding mode")
}

// Exp is x**y, modulo |m| unless that is 0 or m nil.
func (z *Int) Exp(x, y, m *Int) *Int {
	exponent := y.value
	if m == nil || m.value == 0 {
		if exponent <= 0 {
			return z.SetInt64(1)
		}
		return z.to(power(x.value, exponent))
	}
	if exponent >= 0 {
		return z.to(powerModulo(x.value, exponent, m.value))
	}
	inverse := new(Int).ModInverse(x, m)
	if inverse == nil {
		return nil
	}
	isOpposite := x.value < 0 && trailingZeros(exponent) == 0
	result := powerModulo(inverse.value, negated(exponent), m.value)
	// Of a negative x the sign counts twice, as in Go.
	if isOpposite && result != 0 {
		result = sub(absolute(m.value), result)
	}
	return z.to(result)
}

func (z *Int) GCD(x, y, a, b *Int) *Int {
	av, bv := a.value, b.value
	var divisor, factor, other integer
	switch {
	case av == 0:
		divisor, other = absolute(bv), integer(compare(bv, 0))
	case bv == 0:
		divisor, factor = absolute(av), integer(compare(av, 0))
	default:
		divisor, factor = gcd(av, bv), gcdFactor(av, bv)
		if av < 0 {
			factor = negated(factor)
		}
		other = quo(sub(divisor, mul(av, factor)), bv)
	}
	if x != nil {
		x.value = factor
	}
	if y != nil {
		y.value = other
	}
	return z.to(divisor)
}

func (z *Int) ModInverse(g, n *Int) *Int {
	modulus := &Int{absolute(n.value)}
	value := g
	if g.Sign() < 0 {
		value = new(Int).Mod(g, modulus)
	}
	var divisor, x Int
	divisor.GCD(&x, nil, value, modulus)
	if divisor.value != 1 {
		return nil
	}
	if x.Sign() < 0 {
		return z.Add(&x, modulus)
	}
	return z.Set(&x)
}

func (x *Int) Bit(i int) uint {
	if i < 0 {
		panic("negative bit index")
	}
	return uint(and(shiftRight(x.value, uint(i)), 1))
}

func (z *Int) SetBit(x *Int, i int, b uint) *Int {
	if i < 0 {
		panic("negative bit index")
	}
	bit := shiftLeft(1, uint(i))
	switch b {
	case 0:
		return z.to(and(x.value, not(bit)))
	case 1:
		return z.to(or(x.value, bit))
	}
	panic("set bit is not 0 or 1")
}

func (z *Int) Sqrt(x *Int) *Int {
	if x.Sign() < 0 {
		panic("square root of negative number")
	}
	return z.to(sqrt(x.value))
}

// MulRange is the product of all integers from a to b.
func (z *Int) MulRange(a, b int64) *Int {
	switch {
	case a > b:
		return z.SetInt64(1)
	case a <= 0 && b >= 0:
		return z.SetInt64(0)
	}
	return z.to(product(a, b))
}

func product(a, b int64) integer {
	if b-a < 16 {
		result := integer(a)
		for i := a + 1; i <= b && i > a; i++ {
			result = mul(result, integer(i))
		}
		return result
	}
	middle := a + (b-a)/2
	return mul(product(a, middle), product(middle+1, b))
}

func (z *Int) Binomial(n, k int64) *Int {
	if k > n || k < 0 {
		return z.SetInt64(0)
	}
	result := integer(1)
	for i := range min(k, n-k) {
		result = quo(mul(result, integer(n-i)), integer(i+1))
	}
	return z.to(result)
}

// Rand is a number in [0, n).
func (z *Int) Rand(rnd *rand.Rand, n *Int) *Int {
	if n.Sign() <= 0 {
		return z.SetInt64(0)
	}
	words := make([]Word, (n.BitLen()+63)/64)
	mask := ^Word(0) >> (uint(-n.BitLen()) % 64)
	for {
		for i := range words {
			words[i] = Word(rnd.Uint32()) | Word(rnd.Uint32())<<32
		}
		words[len(words)-1] &= mask
		candidate := new(Int).SetBits(words)
		if candidate.Cmp(n) < 0 {
			return z.Set(candidate)
		}
	}
}

// ProbablyPrime is certain for numbers below 1<<64; there is no known mistake above.
func (x *Int) ProbablyPrime(n int) bool {
	if n < 0 {
		panic("negative n for ProbablyPrime")
	}
	return isProbablyPrime(x.value)
}

// Jacobi is the Jacobi symbol (x/y).
func Jacobi(x, y *Int) int {
	if y.Bit(0) == 0 {
		panic(fmt.Sprintf("big: invalid 2nd argument to Int.Jacobi: need odd integer but got %s", y.String()))
	}
	a, b := x.value, absolute(y.value)
	sign := 1
	if y.Sign() < 0 && a < 0 {
		sign = -1
	}
	for b != 1 {
		a = new(Int).Mod(&Int{a}, &Int{b}).value
		if a == 0 {
			return 0
		}
		zeros := trailingZeros(a)
		if last := and(b, 7); zeros%2 == 1 && (last == 3 || last == 5) {
			sign = -sign
		}
		a = shiftRight(a, zeros)
		if and(a, 3) == 3 && and(b, 3) == 3 {
			sign = -sign
		}
		a, b = b, a
	}
	return sign
}

// ModSqrt is a square root of x modulo the odd prime p, nil if there is none.
func (z *Int) ModSqrt(x, p *Int) *Int {
	switch Jacobi(x, p) {
	case -1:
		return nil
	case 0:
		return z.SetInt64(0)
	}
	prime := p.value
	a := new(Int).Mod(x, p).value
	switch {
	case and(prime, 3) == 3:
		return z.to(powerModulo(a, shiftRight(add(prime, 1), 2), prime))
	case and(prime, 7) == 5:
		twice := mul(a, 2)
		alpha := powerModulo(twice, shiftRight(prime, 3), prime)
		beta := sub(rem(mul(rem(mul(alpha, alpha), prime), twice), prime), 1)
		return z.Mod(&Int{mul(mul(beta, a), alpha)}, p)
	}
	return z.to(rootModulo(a, p))
}

// rootModulo is Tonelli and Shanks's algorithm.
func rootModulo(x integer, p *Int) integer {
	prime := p.value
	rest := sub(prime, 1)
	exponent := trailingZeros(rest)
	rest = shiftRight(rest, exponent)
	nonSquare := NewInt(2)
	for Jacobi(nonSquare, p) != -1 {
		nonSquare.value = add(nonSquare.value, 1)
	}
	y := powerModulo(x, shiftRight(add(rest, 1), 1), prime)
	b := powerModulo(x, rest, prime)
	g := powerModulo(nonSquare.value, rest, prime)
	for {
		var order uint
		for t := b; t != 1; t = rem(mul(t, t), prime) {
			order++
		}
		if order == 0 {
			return y
		}
		t := powerModulo(g, shiftLeft(1, exponent-order-1), prime)
		g = rem(mul(t, t), prime)
		y = rem(mul(y, t), prime)
		b = rem(mul(b, g), prime)
		exponent = order
	}
}

func (x *Int) Float64() (float64, Accuracy) { return new(Float).SetInt(x).Float64() }
