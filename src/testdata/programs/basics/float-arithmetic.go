// Floating-point arithmetic, special values and float32 rounding.
package main

import (
	"fmt"
	"math"
)

func main() {
	x, y := 0.1, 0.2
	fmt.Println(x+y, x+y == 0.3, 0.1+0.2)
	var f float32 = 0.1
	fmt.Println(f, float64(f), f*f, f+0.2, float32(16777216)+1)
	zero := 0.0
	inf := 1 / zero
	nan := zero / zero
	fmt.Println(inf, -inf, nan, nan == nan, nan < 1, nan != nan, inf > 1e308)
	fmt.Println(1/math.Inf(-1), math.Copysign(0, -1), -zero)
	fmt.Println(math.Sqrt(2), math.Floor(-1.5), math.Ceil(-1.5), math.Trunc(-1.5), math.Round(2.5))
	fmt.Println(math.Mod(7, -3), math.Hypot(3, 4), math.Cbrt(27), math.Pow(2, 0.5))
	fmt.Println(math.MaxInt32, math.IsNaN(nan), math.IsInf(inf, 1), math.Abs(-2))
	fmt.Println(1e21, 1e20, 123456789.0, 1e-4, 1e-5, 100000000000000000000000.0)
	fmt.Println(float32(1e21), float32(3.4e38), float32(1)/3, 2.0/3)
	sum := float32(0)
	for range 10 {
		sum += 0.1
	}
	fmt.Println(sum, sum == 1)
	total := 0.0
	for range 10 {
		total += 0.1
	}
	fmt.Println(total, total == 1, int(total*10), int(-total), uint8(total*200))
}
