// math/cmplx on ordinary, special and random numbers.
package main

import (
	"fmt"
	"math"
	"math/cmplx"
)

var functions = []struct {
	name string
	f    func(complex128) complex128
}{
	{"Sqrt", cmplx.Sqrt}, {"Exp", cmplx.Exp}, {"Log", cmplx.Log}, {"Log10", cmplx.Log10}, {"Conj", cmplx.Conj},
	{"Sin", cmplx.Sin}, {"Cos", cmplx.Cos}, {"Tan", cmplx.Tan}, {"Cot", cmplx.Cot},
	{"Sinh", cmplx.Sinh}, {"Cosh", cmplx.Cosh}, {"Tanh", cmplx.Tanh},
	{"Asin", cmplx.Asin}, {"Acos", cmplx.Acos}, {"Atan", cmplx.Atan},
	{"Asinh", cmplx.Asinh}, {"Acosh", cmplx.Acosh}, {"Atanh", cmplx.Atanh},
}

func main() {
	parts := []float64{0, math.Copysign(0, -1), 1, -1, 0.5, -2.25, 3.14159, 1e-5, 20, -700, math.Inf(1), math.Inf(-1), math.NaN()}
	for _, f := range functions {
		for _, re := range parts {
			fmt.Print(f.name, " ", re, ":")
			for _, im := range parts {
				fmt.Print(" ", f.f(complex(re, im)))
			}
			fmt.Println()
		}
	}
	for _, x := range []complex128{0, 1, -1, 1i, 2 - 3i, complex(math.Inf(1), math.NaN())} {
		for _, y := range []complex128{0, 1, -1, 0.5, 2i, -1 - 1i, cmplx.NaN()} {
			fmt.Print(cmplx.Pow(x, y), " ")
		}
		r, angle := cmplx.Polar(x)
		fmt.Println(r, angle, cmplx.Rect(r, angle), cmplx.Abs(x), cmplx.Phase(x), cmplx.IsInf(x), cmplx.IsNaN(x))
	}
	fmt.Println(cmplx.Inf(), cmplx.NaN(), cmplx.Exp(1i*math.Pi)+1)

	// How long points of the plane stay near 0.
	for y := 1.0; y >= -1; y -= 0.25 {
		for x := -2.0; x <= 0.5; x += 0.125 {
			z := complex(0, 0)
			n := 0
			for ; n < 50 && cmplx.Abs(z) < 2; n++ {
				z = z*z + complex(x, y)
			}
			fmt.Print(string(" .:-=+*#%@"[n/6]))
		}
		fmt.Println()
	}
}
