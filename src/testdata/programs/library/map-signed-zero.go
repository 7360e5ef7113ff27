package main

import (
	"fmt"
	"math"
)

type S struct{ f float64 }

func main() {
	m := map[float64]int{}
	m[0] = 1
	m[math.Copysign(0, -1)] = 2
	for k, v := range m {
		fmt.Println(math.Signbit(k), v)
	}
	n := map[any]int{}
	n[0.0] = 1
	n[math.Copysign(0, -1)] = 2
	fmt.Println(n)
	o := map[S]int{}
	o[S{}] = 1
	o[S{math.Copysign(0, -1)}] = 2
	o[S{math.Copysign(0, -1)}]++
	fmt.Println(o)
	x := map[float64]int{0: 1}
	x[math.Copysign(0, -1)]++
	fmt.Println(x)
	y := map[complex128]int{0: 1}
	y[complex(math.Copysign(0, -1), 0)]++
	fmt.Println(y)
}
