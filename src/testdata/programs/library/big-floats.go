// math/big: binary floats of any precision.
package main

import (
	"fmt"
	"math"
	"math/big"
)

var modes = []big.RoundingMode{
	big.ToNearestEven, big.ToNearestAway, big.ToZero, big.AwayFromZero, big.ToNegativeInf, big.ToPositiveInf,
}

func parse(s string, prec uint) *big.Float {
	f, _, err := big.ParseFloat(s, 0, prec, big.ToNearestEven)
	if err != nil {
		panic(err)
	}
	return f
}

func arithmetic() {
	list := []*big.Float{
		big.NewFloat(1.5), big.NewFloat(-0.1), big.NewFloat(3), parse("1e100", 100), parse("-1.25e-30", 40),
		new(big.Float), new(big.Float).Neg(new(big.Float)), new(big.Float).SetInf(false), new(big.Float).SetInf(true),
	}
	for _, x := range list {
		for _, y := range list {
			for name, f := range []func(z *big.Float) *big.Float{
				func(z *big.Float) *big.Float { return z.Add(x, y) },
				func(z *big.Float) *big.Float { return z.Sub(x, y) },
				func(z *big.Float) *big.Float { return z.Mul(x, y) },
				func(z *big.Float) *big.Float { return z.Quo(x, y) },
			} {
				func() {
					defer func() {
						if problem := recover(); problem != nil {
							fmt.Printf("%T %v ", problem, problem)
						}
					}()
					z := f(new(big.Float))
					fmt.Print(name, ":", z, z.Acc(), z.Prec(), " ")
					z = f(new(big.Float).SetPrec(10).SetMode(big.ToNegativeInf))
					fmt.Print(z, z.Acc(), " ")
				}()
			}
			fmt.Println(x.Cmp(y))
		}
		if x.Sign() >= 0 {
			fmt.Println(new(big.Float).SetPrec(200).Sqrt(x), new(big.Float).Sqrt(x))
		}
		i, a := x.Int64()
		u, b := x.Uint64()
		f, c := x.Float64()
		g, d := x.Float32()
		n, e := x.Int(nil)
		r, h := x.Rat(nil)
		fmt.Println(i, a, u, b, f, c, g, d, n, e, r, h, x.IsInt(), x.IsInf(), x.Signbit(), x.MinPrec(), x.Mode(), x.MantExp(nil))
	}
}

func rounding() {
	for _, s := range []string{"2.5", "-2.5", "3.75", "0.1", "-1e-5", "1023.5"} {
		for _, mode := range modes {
			x, _, err := big.ParseFloat(s, 10, 4, mode)
			y := parse(s, 60).SetMode(mode).SetPrec(3)
			fmt.Print(x, x.Acc(), y, y.Acc(), err, mode, " ")
		}
		fmt.Println()
	}
	x := parse("1.75", 0)
	fmt.Println(x.Prec(), x.SetPrec(1), x.Acc(), x.SetPrec(0), x.Acc(), x.Prec())
	fmt.Println(big.RoundingMode(9), big.Accuracy(3), big.MaxPrec, big.MaxExp, big.MinExp)
}

func texts() {
	for _, x := range []*big.Float{
		big.NewFloat(0), big.NewFloat(1), big.NewFloat(-1234.5678), big.NewFloat(0.1), parse("0.1", 200), big.NewFloat(1e21),
		big.NewFloat(1e-7), parse("123456789.987654321e300", 100), new(big.Float).SetInf(true), big.NewFloat(math.MaxFloat64), big.NewFloat(5e-324),
		big.NewFloat(100000), big.NewFloat(1e6), big.NewFloat(9.995),
	} {
		for _, format := range []byte("eEfgGbpxz") {
			for _, prec := range []int{-1, 0, 3, 20} {
				fmt.Print(x.Text(format, prec), " ")
			}
		}
		fmt.Println(x)
		fmt.Printf("%v|%g|%e|%f|%.3f|%10.2f|%-12.2g|%+.1e|% .2f|%012.3f|%s|%d|%x|%b|%G|%F\n", x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x)
	}
}

func parsing() {
	for _, s := range []string{
		"1", "-1.5", "1e10", "1p10", "0x1.8p1", "0b101", "0o7", "1_000.5", "Inf", "-inf", "+Inf", "", "x", "1x", "1.2.3", "1e", "e5", "1__0", ".5", "5.", "-0", "1e400", "1e-400", "077.5",
	} {
		for _, base := range []int{0, 10, 16} {
			f, b, err := big.ParseFloat(s, base, 64, big.ToNearestEven)
			if err != nil {
				f = nil
			}
			fmt.Print(f, " ", b, " ", err, "; ")
		}
		fmt.Printf("%q\n", s)
	}
	x, ok := new(big.Float).SetString("2.71828182845904523536028747135266249775724709369995")
	fmt.Println(x, ok, x.Prec())
	x, ok = new(big.Float).SetPrec(200).SetString("2.71828182845904523536028747135266249775724709369995")
	fmt.Println(x.Text('g', 50), ok)
	var y big.Float
	count, err := fmt.Sscan("3.25", &y)
	fmt.Println(&y, count, err)
	text, err := y.MarshalText()
	fmt.Println(string(text), err, y.UnmarshalText([]byte("7.5")), y.String(), y.UnmarshalText([]byte("?")))
}

func conversions() {
	for _, f := range []float64{0, 1, math.Pi, -1e-310, math.MaxFloat64, 1 << 62, -(1 << 63), math.SmallestNonzeroFloat64} {
		x := new(big.Float).SetFloat64(f)
		g, a := x.Float64()
		h, b := x.Float32()
		m := new(big.Float)
		exp := x.MantExp(m)
		fmt.Println(x, g, a, h, b, m, exp, new(big.Float).SetMantExp(m, exp).Cmp(x), new(big.Float).Copy(x).Prec())
	}
	tiny := new(big.Float).SetMantExp(big.NewFloat(0.5), -1074)
	for range 3 {
		f, accuracy := tiny.Float64()
		g, single := new(big.Float).SetMantExp(tiny, 925).Float32()
		fmt.Println(tiny, f, accuracy, g, single)
		tiny.Mul(tiny, big.NewFloat(1.25))
	}
	fmt.Println(new(big.Float).SetInt64(-5), new(big.Float).SetUint64(1<<63+1), new(big.Float).SetPrec(3).SetInt64(13))
	n, _ := new(big.Int).SetString("123456789012345678901234567890123", 10)
	fmt.Println(new(big.Float).SetInt(n).Prec(), new(big.Float).SetInt(n).Text('f', 0), new(big.Float).SetRat(big.NewRat(1, 3)))
	fmt.Println(new(big.Float).SetMantExp(big.NewFloat(1), big.MaxExp), new(big.Float).SetMantExp(big.NewFloat(1), -1<<40))

	// The square root of two by Newton's method.
	two, half := new(big.Float).SetPrec(300).SetInt64(2), new(big.Float).SetPrec(300).SetFloat64(0.5)
	root := new(big.Float).SetPrec(300).SetInt64(1)
	for range 10 {
		t := new(big.Float).Quo(two, root)
		root.Mul(half, t.Add(root, t))
	}
	fmt.Printf("%.80f\n", root)
}

func main() {
	arithmetic()
	rounding()
	texts()
	parsing()
	conversions()
}
