// Calls with too few and too many arguments.
package main

import (
	"fmt"
	"strings"
)

func area(width, height float64) float64 { return width * height }

func join(sep string, parts ...string) string { return strings.Join(parts, sep) }

func main() {
	fmt.Println(area(1))
	fmt.Println(area(1, 2, 3))
	fmt.Println(area())
	fmt.Println(join())
	strings.Repeat("x")
	var f func(int) (int, error)
	f(1, "two")
	area(pair())
	area(f(1))
}

func pair() (int, int) { return 1, 2 }
