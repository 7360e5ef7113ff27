// The shortest text of a float that lies half-way between two is the even one, and above a power
// of two it may lie further away than the nearest.
package main

import "fmt"

func main() {
	for _, f := range []float64{1125899906842624.25, 1125899906842624.75, 562949953421312.125, 562949953421312.375, 1125899906842625.25, 281474976710656.0625, 1125899906842627.75, 5e-324, 1e23, 9007199254740993} {
		fmt.Println(f, -f)
	}
	for _, f := range []float32{3728270.25, 3728270.75, 1048577.125, 1048577.375, 524288.0625, 16777217, 1e-45, 2097152.25, 2097153.75} {
		fmt.Println(f, float64(f))
		fmt.Printf("%g %e %.3g %v\n", f, f, f, complex(f, -f))
	}
}

func init() {
	f := float32(1)
	for i := range 149 {
		f /= 2
		g := f * 1.5
		fmt.Print(i, " ", f, " ", g, " ", f+g/1e6, "\n")
	}
	f = 1
	for range 127 {
		f *= 2
		fmt.Print(f, " ", -f*1.9, "\n")
	}
}
