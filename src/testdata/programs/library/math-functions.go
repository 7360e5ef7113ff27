package main

import (
	"fmt"
	"math"
)

type function struct {
	name string
	call func(float64) float64
}

var functions = []function{
	{"Abs", math.Abs}, {"Acos", math.Acos}, {"Acosh", math.Acosh}, {"Asin", math.Asin},
	{"Asinh", math.Asinh}, {"Atan", math.Atan}, {"Atanh", math.Atanh}, {"Cbrt", math.Cbrt},
	{"Ceil", math.Ceil}, {"Cos", math.Cos}, {"Cosh", math.Cosh}, {"Erf", math.Erf},
	{"Erfc", math.Erfc}, {"Erfcinv", math.Erfcinv}, {"Erfinv", math.Erfinv}, {"Exp", math.Exp},
	{"Exp2", math.Exp2}, {"Expm1", math.Expm1}, {"Floor", math.Floor}, {"Gamma", math.Gamma},
	{"J0", math.J0}, {"J1", math.J1}, {"Log", math.Log}, {"Log10", math.Log10},
	{"Log1p", math.Log1p}, {"Log2", math.Log2}, {"Logb", math.Logb}, {"Round", math.Round},
	{"RoundToEven", math.RoundToEven}, {"Sin", math.Sin}, {"Sinh", math.Sinh},
	{"Sqrt", math.Sqrt}, {"Tan", math.Tan}, {"Tanh", math.Tanh}, {"Trunc", math.Trunc},
	{"Y0", math.Y0}, {"Y1", math.Y1},
}

var arguments = []float64{
	0, math.Copysign(0, -1), 0.1, -0.3, 0.5, 0.75, 1, -1, 1.5, -2.5, 3, 7.25, -12.125, 33.7, -40.5, 100,
	171.6, -500.25, 709.5, 1e10, 6e8, -3e15, 1e300, 1e-9, -1e-30, 5e-324, 1e-310,
	math.MaxFloat64, math.Inf(1), math.Inf(-1), math.NaN(),
}

func main() {
	for _, f := range functions {
		fmt.Print(f.name)
		for _, x := range arguments {
			fmt.Print(" ", f.call(x))
		}
		fmt.Println()
	}
	pairs := []float64{0, math.Copysign(0, -1), 1, -1.5, 2, 3, -7, 0.5, 1e200, 1e-200, math.Inf(1), math.Inf(-1), math.NaN()}
	for _, x := range pairs {
		for _, y := range pairs {
			fmt.Println(x, y, math.Atan2(x, y), math.Copysign(x, y), math.Dim(x, y), math.Hypot(x, y),
				math.Max(x, y), math.Min(x, y), math.Mod(x, y), math.Nextafter(x, y), math.Pow(x, y),
				math.Remainder(x, y), math.FMA(x, y, 0.1))
		}
	}
	for _, x := range arguments {
		fraction, exponent := math.Frexp(x)
		whole, rest := math.Modf(x)
		s, c := math.Sincos(x)
		l, sign := math.Lgamma(x)
		fmt.Println(x, fraction, exponent, whole, rest, s, c, l, sign, math.Ilogb(x), math.Signbit(x))
		fmt.Println(math.Ldexp(x, 3), math.Ldexp(x, -1074), math.Jn(3, x), math.Jn(-8, x), math.Yn(2, x))
		fmt.Println(math.IsInf(x, 0), math.IsInf(x, 1), math.IsInf(x, -1), math.IsNaN(x))
		fmt.Printf("%x %x\n", math.Float64bits(x), math.Float32bits(float32(x)))
	}
	for n := -330; n <= 310; n += 17 {
		fmt.Println(n, math.Pow10(n))
	}
	fmt.Println(math.Nextafter32(1, 2), math.Nextafter32(0, -1), math.Float32frombits(0x40490fdb))
	fmt.Println(math.E, math.Pi, math.Phi, math.Sqrt2, math.SqrtE, math.SqrtPi, math.SqrtPhi, math.Ln2, math.Log2E, math.Ln10, math.Log10E)
	fmt.Println(math.MaxFloat32, math.SmallestNonzeroFloat32, math.MaxFloat64, math.SmallestNonzeroFloat64)
	fmt.Println(math.MaxInt, math.MinInt, math.MaxInt8, math.MinInt16, math.MaxInt32, math.MinInt64, math.MaxUint16, math.MaxUint32, uint64(math.MaxUint64))
}
