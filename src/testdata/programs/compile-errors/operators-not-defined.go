// Operators that a type does not have.
package main

import "fmt"

type pair struct{ a, b int }
type list struct{ items []int }

func main() {
	p, q := pair{1, 2}, pair{3, 4}
	fmt.Println(p < q, p + q)
	a, b := []int{1}, []int{1}
	fmt.Println(a == b, a == nil)
	m, k := map[int]int{}, map[int]int{}
	fmt.Println(m == k)
	f := func() {}
	fmt.Println(f == f)
	x, y := list{}, list{}
	fmt.Println(x == y)
	t, u := true, false
	fmt.Println(t + u, t < u)
	fmt.Println("a" - "b", "a" && "b")
	g := 1.5
	fmt.Println(g%2, g<<1, g&1)
	*p = q
}
