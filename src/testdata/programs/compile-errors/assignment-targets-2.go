// Things that cannot be assigned to, part two.
package main

import "fmt"

const limit = 3

type point struct{ x int }

func get() point { return point{} }

func main() {
	m := map[string]point{}
	main = nil
	point{}.x = 3
	a, 5 := 1, 2
	_ = &limit
	_ = &get()
	_ = &5
	x := _
	true = false
}
