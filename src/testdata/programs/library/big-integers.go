// math/big: integers and fractions.
package main

import (
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand"
)

func number(s string) *big.Int {
	n, ok := new(big.Int).SetString(s, 0)
	if !ok {
		panic(s)
	}
	return n
}

var samples = []*big.Int{
	number("0"), number("1"), number("-1"), number("7"), number("-7"), number("255"), number("9007199254740993"),
	number("-9223372036854775808"), number("18446744073709551615"), number("123456789012345678901234567890"),
	number("-123456789012345678901234567890"), number("0xffff_ffff_ffff_ffff_ffff_ffff"),
}

func binary() {
	for _, x := range samples {
		for _, y := range samples {
			z := new(big.Int)
			fmt.Print(z.Add(x, y).String(), " ", z.Sub(x, y).String(), " ", z.Mul(x, y).String(), " ", z.And(x, y).String(), " ", z.Or(x, y).String(), " ", z.Xor(x, y).String(), " ", z.AndNot(x, y).String(), " ", x.Cmp(y), x.CmpAbs(y))
			if y.Sign() != 0 {
				q, r := new(big.Int).QuoRem(x, y, new(big.Int))
				d, m := new(big.Int).DivMod(x, y, new(big.Int))
				fmt.Print(" ", q, r, d, m, " ", z.Quo(x, y).String(), " ", z.Rem(x, y).String(), " ", z.Div(x, y).String(), " ", z.Mod(x, y).String())
				for _, mode := range []big.RoundingMode{big.Trunc, big.Floor, big.Round, big.Ceil} {
					q, r := new(big.Int).Divide(x, y, new(big.Int), mode)
					fmt.Print(" ", q, r)
				}
			}
			// Go may leave a 0 with a sign there, which only shows in print.
			a, b := new(big.Int), new(big.Int)
			z.GCD(a, b, x, y)
			fmt.Println(" ", z, a.Add(a, new(big.Int)), b.Add(b, new(big.Int)))
		}
	}
}

func unary() {
	for _, x := range samples {
		z := new(big.Int)
		fmt.Print(z.Neg(x).String(), z.Abs(x).String(), z.Not(x).String(), x.Sign(), x.BitLen(), x.TrailingZeroBits(), x.Int64(), x.Uint64(), x.IsInt64(), x.IsUint64(), x.Bytes(), x.Bits(), " ")
		fmt.Print(x.Text(2), " ", x.Text(36), " ", x.Text(62), " ", z.Lsh(x, 70).String(), z.Rsh(x, 3).String(), z.Rsh(x, 200).String(), " ")
		for _, i := range []int{0, 1, 2, 63, 64, 100} {
			fmt.Print(x.Bit(i), z.SetBit(x, i, 0).String(), z.SetBit(x, i, 1).String(), " ")
		}
		f, accuracy := x.Float64()
		fmt.Println(f, accuracy)
		if x.Sign() >= 0 {
			fmt.Print(z.Sqrt(x), " ")
		}
		fmt.Println(z.Exp(x, big.NewInt(3), nil).String(), z.Exp(x, big.NewInt(65537), big.NewInt(1000003)).String(), z.Exp(x, big.NewInt(-3), nil).String(), x.ProbablyPrime(5))
		fmt.Printf("%d|%5d|%-40d|%040d|%+d|% d|%x|%#x|%X|%#X|%o|%#o|%O|%b|%s|%v|%.5d|%8.3d|%q\n", x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x)
	}
	var none *big.Int
	fmt.Println(none, none.String())
	fmt.Printf("%d %v %s\n", none, big.NewInt(5), []*big.Int{big.NewInt(6)})
}

func functions() {
	z := new(big.Int)
	fmt.Println(z.MulRange(1, 30).String(), z.MulRange(5, 4).String(), z.MulRange(-3, -1).String(), z.MulRange(-2, 2).String())
	fmt.Println(z.Binomial(60, 30).String(), z.Binomial(5, 7).String(), z.Binomial(5, -1).String())
	fmt.Println(z.ModInverse(big.NewInt(3), big.NewInt(11)).String(), new(big.Int).ModInverse(big.NewInt(4), big.NewInt(8)), z.ModInverse(big.NewInt(-3), big.NewInt(-11)).String())
	for _, p := range []int64{7, 13, 17, 41, 1000003} {
		for x := int64(1); x < 6; x++ {
			fmt.Print(big.Jacobi(big.NewInt(x), big.NewInt(p)), new(big.Int).ModSqrt(big.NewInt(x), big.NewInt(p)), " ")
		}
	}
	fmt.Println(big.Jacobi(big.NewInt(-5), big.NewInt(-9)))
	fmt.Println(z.Exp(big.NewInt(2), big.NewInt(-1), big.NewInt(7)).String(), new(big.Int).Exp(big.NewInt(2), big.NewInt(-1), big.NewInt(8)), z.Exp(big.NewInt(-2), big.NewInt(3), big.NewInt(7)).String())
	r := rand.New(rand.NewSource(1))
	for range 3 {
		fmt.Print(new(big.Int).Rand(r, number("1000000000000000000000000")), " ")
	}
	fmt.Println(z.SetBytes([]byte{1, 2, 3, 4, 5, 6, 7, 8, 9}).String(), z.SetUint64(1<<63).String(), z.SetBits([]big.Word{5, 6}).String())
	fmt.Println(number("300").FillBytes(make([]byte, 4)))
	for _, s := range []string{"12", "+12", "-0", "0x1F", "0b101", "0o17", "017", "1_000", "1__0", "_1", "", "-", "0x", "z", "12a", " 1", "0_8", "08"} {
		for _, base := range []int{0, 10, 16, 36} {
			n, ok := new(big.Int).SetString(s, base)
			fmt.Print(n, ok, " ")
		}
		fmt.Printf("%q\n", s)
	}
	n, _ := new(big.Int).SetString("zZ", 62)
	fmt.Println(n, n.Text(62))
	var scanned, hexadecimal big.Int
	count, err := fmt.Sscan("  -12345678901234567890123 ", &scanned)
	fmt.Println(&scanned, count, err)
	count, err = fmt.Sscanf("ff!", "%x!", &hexadecimal)
	fmt.Println(&hexadecimal, count, err)
	text, err := json.Marshal(map[string]*big.Int{"n": number("123456789012345678901")})
	fmt.Println(string(text), err)
	var back struct{ N *big.Int }
	fmt.Println(json.Unmarshal([]byte(`{"N": 98765432109876543210}`), &back), back.N)
	fmt.Println(scanned.UnmarshalText([]byte("12x")))
	f := big.NewInt(1)
	for i := int64(2); i <= 100; i++ {
		f.Mul(f, big.NewInt(i))
	}
	fmt.Println(f, len(f.Exp(f, big.NewInt(50), nil).String()))
	fmt.Println(number("170141183460469231731687303715884105727").ProbablyPrime(20), number("170141183460469231731687303715884105729").ProbablyPrime(20))
}

func failures() {
	z := new(big.Int)
	for _, f := range []func(){
		func() { z.Div(z, z) },
		func() { z.Mod(z, z) },
		func() { z.Sqrt(big.NewInt(-1)) },
		func() { z.Bit(-1) },
		func() { z.SetBit(z, 1, 2) },
		func() { z.SetString("1", 63) },
		func() { number("300").FillBytes(nil) },
		func() { big.NewRat(1, 0) },
		func() { new(big.Rat).Inv(new(big.Rat)) },
		func() { big.Jacobi(z, big.NewInt(4)) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}

func fractions() {
	list := []*big.Rat{big.NewRat(1, 3), big.NewRat(-2, 4), big.NewRat(7, 1), new(big.Rat), big.NewRat(-22, -7), big.NewRat(1, 1024)}
	for _, x := range list {
		for _, y := range list {
			z := new(big.Rat)
			fmt.Print(z.Add(x, y).String(), " ", z.Sub(x, y).String(), " ", z.Mul(x, y).String(), " ", x.Cmp(y))
			if y.Sign() != 0 {
				fmt.Print(" ", z.Quo(x, y).String())
			}
			fmt.Println()
		}
		f, exact := x.Float64()
		g, exactly := x.Float32()
		n, ends := x.FloatPrec()
		fmt.Println(x, x.RatString(), x.FloatString(0), x.FloatString(5), f, exact, g, exactly, x.Num(), x.Denom(), x.IsInt(), x.Sign(), n, ends)
		fmt.Println(new(big.Rat).Neg(x), new(big.Rat).Abs(x), new(big.Rat).Set(x))
	}
	for _, s := range []string{"1/3", "-1/3", "3/-1", "1/0", "0.125", "1e3", "-1.5e-3", "0x1p-3", "0x.8", "1_0.5", "", "1/", "a", "1e", "1.2.3", "12/0x10", ".5", "1e10000000"} {
		x, ok := new(big.Rat).SetString(s)
		fmt.Println(s, x, ok)
	}
	fmt.Println(new(big.Rat).SetFloat64(0.1), new(big.Rat).SetFloat64(-2.5e10), new(big.Rat).SetInt64(-4), new(big.Rat).SetUint64(1<<63), new(big.Rat).SetFrac(big.NewInt(10), big.NewInt(-4)))
	fmt.Printf("%v %s\n", big.NewRat(3, 6), big.NewRat(3, 6))
	var x big.Rat
	count, err := fmt.Sscan("3/9", &x)
	fmt.Println(&x, count, err)
	text, _ := x.MarshalText()
	fmt.Println(string(text), x.UnmarshalText([]byte("5/10")), x.String())
	fmt.Println(x.UnmarshalText([]byte("x")))
}

func main() {
	binary()
	unary()
	functions()
	failures()
	fractions()
}
