// math: functions, constants, special cases and bits.
package main

import (
	"fmt"
	"math"
	"math/bits"
)

func main() {
	for _, x := range []float64{0.5, 2, -3.7, 1e10, math.Inf(1)} {
		fmt.Println(math.Sin(x), math.Exp(-x), math.Floor(x), math.Round(x), math.Trunc(x))
	}
	fmt.Println(math.Log(math.E), math.Log2(8), math.Log10(0.001), math.Log1p(0), math.Pow(2, 10), math.Pow(0, 0))
	fmt.Println(math.Max(3, math.NaN()), math.Min(-0.0, 0), math.Dim(3, 5), math.Remainder(5, 3), math.Mod(-5, 3))
	frac, exp := math.Frexp(10)
	whole, part := math.Modf(-3.25)
	fmt.Println(frac, exp, whole, part, math.Ldexp(0.5, 4))
	fmt.Println(math.Float64bits(1.5), math.Float32frombits(0x40490fdb), math.Signbit(-1), math.Nextafter(1, 2))
	fmt.Println(math.MaxInt8, math.MinInt64, uint64(math.MaxUint64), math.MaxInt, math.Sqrt(-1))
	fmt.Println(math.RoundToEven(2.5), math.RoundToEven(3.5), math.Atan2(1, -1), math.Gamma(5), math.Asin(1))
	fmt.Println(bits.Len(255), bits.OnesCount(0xff0f), bits.TrailingZeros(40), bits.LeadingZeros32(1), bits.Reverse8(1), bits.RotateLeft8(0x81, 1))
	hi, lo := bits.Mul64(1<<63, 6)
	sum, carry := bits.Add64(math.MaxUint64, 1, 0)
	fmt.Println(hi, lo, sum, carry, bits.UintSize)
}
