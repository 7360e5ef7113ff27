// The two sides of an assignment count differently.
package main

import "strconv"

func triple() (int, int, int) { return 1, 2, 3 }
func nothing()                {}

func main() {
	a, b := 1
	var c, d = 1, 2, 3
	n := strconv.Atoi("5")
	x, y := triple()
	p, q := 1, 2
	p, q = q
	v := nothing()
	var m map[string]int
	e, f, g := m["a"]
	h, i := "text"
	_, _ = triple()
	_, _, _, _, _, _, _, _, _, _, _, _, _, _, _ = a, b, c, d, n, x, y, p, q, v, e, f, g, h, i
}
