// The built-in functions min, max and clear.
package main

import (
	"fmt"
	"math"
)

func main() {
	a, b, c := 3, -1, 7
	fmt.Println(min(a, b, c), max(a, b, c), min(a), max(2, a), min(2.5, float64(a)))
	fmt.Println(min("pear", "apple", "fig"), max("a", "b"), min(1, 2.0, 'a'))
	nan := math.NaN()
	fmt.Println(min(1, nan), max(nan, 1), min(0.0, math.Copysign(0, -1)), max(math.Inf(-1), 5))
	const limit = max(10, 20, 5)
	var array [limit]int
	fmt.Println(limit, len(array))
	m := map[string]int{"a": 1, "b": 2}
	alias := m
	clear(m)
	fmt.Println(len(m), len(alias))
	s := []int{1, 2, 3}
	t := s[1:]
	clear(t)
	fmt.Println(s, len(t))
	nans := map[float64]int{nan: 1}
	nans[nan] = 2
	fmt.Println(len(nans), nans[nan])
	clear(nans)
	fmt.Println(len(nans))
}
