// Constants and types that appear twice in a switch, and twice in literals, part two.
package main

import "fmt"

func main() {
	n := 3
	switch n {
	case 1, 2:
	default:
	}
	switch "a" {
	}
	var v any
	switch v.(type) {
	case int, string:
	}
	switch true {
	case false:
	case false:
	}
	a := [2]int{1, 2, 3}
	s := struct{ x, y int }{x: 1, x: 2}
	fmt.Println(m, l, a, s)
}
