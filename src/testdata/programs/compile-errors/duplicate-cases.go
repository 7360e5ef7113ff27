// Constants and types that appear twice in a switch, and twice in literals.
package main

import "fmt"

func main() {
	n := 3
	switch n {
	case 1, 2:
	case 2, 3:
	case 1 + 2:
	default:
	default:
	}
	switch "a" {
	case "a", "b", "a":
	}
	var v any
	switch v.(type) {
	case int, string:
	case int:
	case nil, nil:
	}
	switch true {
	case false:
	case false:
	}
	m := map[string]int{"a": 1, "b": 2, "a": 3}
	l := []int{0: 1, 0: 2, 5: 1, 6, 6: 2}
	a := [2]int{1, 2, 3}
	s := struct{ x, y int }{x: 1, x: 2}
	fmt.Println(m, l, a, s)
}
