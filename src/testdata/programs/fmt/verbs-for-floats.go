// Float and complex verbs with widths, flags and precision.
package main

import (
	"fmt"
	"math"
)

func main() {
	for _, f := range []float64{0, 1, -1.5, 3.14159265, 1e6, 1e20, 1e21, 1e-4, 1e-5, 123456789.125, math.Inf(1), math.Inf(-1), math.NaN()} {
		fmt.Printf("%v|%f|%.2f|%e|%g|%G|%8.3f|%-8.1f|%+.1f|%08.2f|% .3f|%6.3v\n", f, f, f, f, f, f, f, f, f, f, f, f)
	}
	fmt.Printf("%v %v %v %v\n", float32(0.1), float32(16777216), float32(1e10), float32(3.4028235e38))
	fmt.Printf("%x %X %b %.3x\n", 1.5, -0.1, 1.0, 3.0)
	fmt.Printf("%#v %#v %#v %#v %T\n", 1.0, 2.5, 1e21, float32(3), 1.5)
	fmt.Printf("%#g %#.3g %g %.3g %.10g\n", 1.0, 2.0, 100000.0, 1234567.0, 0.1)
	fmt.Printf("%v %.2f %+v %8.1f|%T\n", 1+2i, complex(1.234, -5.678), complex64(3-1i), 1i, 1i)
	fmt.Printf("%5.0f|%.0f|%.0f|%.0f|%.1f\n", 2.5, 0.5, 1.5, 2.5, 0.25)
	fmt.Println(1.0, 2.50, 1e9, 1e-7, 100000000.0, 12345678.9, float32(2.5), -0.0)
	fmt.Println(5/2.0, 1/3.0, 2/3.0, 1e100, 4.9e-324, math.MaxFloat64)
}
