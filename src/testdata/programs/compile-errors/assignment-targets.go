// Things that cannot be assigned to.
package main

import "fmt"

const limit = 3

type point struct{ x int }

func get() point { return point{} }

func main() {
	limit = 4
	5 = 6
	get().x = 1
	"abc"[0] = 'x'
	m := map[string]point{}
	m["a"].x = 2
	fmt.Println = nil
	nil = 3
	len = nil
	main = nil
	point{}.x = 3
	a, 5 := 1, 2
	_ = &limit
	_ = &get()
	_ = &5
	x := _
	true = false
}
