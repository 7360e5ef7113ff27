// Blank fields of a struct literal are evaluated and not kept.
package main

import "fmt"

type point struct{ a, _, c int }

var global = point{1, 2, 3}

func loud(n int) int {
	fmt.Println("evaluated", n)
	return n
}

func main() {
	n := 5
	fmt.Println(global, point{n, n, n}, []point{{1, 2, 3}}, &point{4, 5, 6})
	fmt.Println(point{loud(1), loud(2), loud(3)})
	fmt.Println(point{1, 2, 3} == point{1, 9, 3})
	defer func() { fmt.Println(recover()) }()
	var list []int
	fmt.Println(point{1, list[n], 3})
}
