// Complex numbers: arithmetic, parts, comparison, conversion and printing.
package main

import (
	"fmt"
	"math"
)

const unit = 2i

func abs(z complex128) float64 { return math.Hypot(real(z), imag(z)) }

func main() {
	a := 3 + 4i
	b := complex(1, -2)
	var c complex64 = 1.5 - 0.5i
	fmt.Println(a+b, a-b, a*b, a/b, -a)
	fmt.Println(real(a), imag(b), abs(a), a == 3+4i, a != b)
	fmt.Println(c, c*c, complex128(c)+a, unit*unit)
	fmt.Printf("%v %.1f %T %T %T\n", a, a/3, a, c, real(c))
	a *= 2
	a += 1
	fmt.Println(a, complex(real(a), -imag(a)))
	zero := complex(0, 0)
	fmt.Println(a/zero, zero/zero)
	list := []complex128{1, 1i, -1}
	sum := 0i
	for _, v := range list {
		sum += v
	}
	fmt.Println(sum, map[complex128]string{1i: "i"}[1i])
	mandelbrot := func(c complex128) int {
		z := 0i
		for n := range 50 {
			if abs(z) > 2 {
				return n
			}
			z = z*z + c
		}
		return 50
	}
	fmt.Println(mandelbrot(0), mandelbrot(1), mandelbrot(-0.75+0.1i))
}
