// Calls of what is no function, and results used wrongly, part two.
package main

import "fmt"

func nothing() {}
func two() (int, int) { return 1, 2 }

func main() {
	n := 5
	if two() {
	}
	n + 1
	two
	len("x")
	append([]int{}, 1)
	defer n
	go func() {}
	defer recover
	defer len("x")
	_, _ = x, y
}
