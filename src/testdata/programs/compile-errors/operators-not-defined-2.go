// Operators that a type does not have, part two.
package main

import "fmt"

type pair struct{ a, b int }
type list struct{ items []int }

func main() {
	p, q := pair{1, 2}, pair{3, 4}
	a, b := []int{1}, []int{1}
	m, k := map[int]int{}, map[int]int{}
	f := func() {}
	x, y := list{}, list{}
	t, u := true, false
	fmt.Println("a" - "b", "a" && "b")
	g := 1.5
	fmt.Println(g%2, g<<1, g&1)
	*p = q
}
