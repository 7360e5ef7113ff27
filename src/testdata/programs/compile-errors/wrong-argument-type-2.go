// Calls with arguments of the wrong type, part two.
package main

import (
	"fmt"
	"strings"
	"time"
)

type shape interface{ area() float64 }

func double(n int) int       { return 2 * n }
func all(names ...string)    {}
func draw(s shape)           {}
func each(f func(int) error) {}

func main() {
	n := 3
	fmt.Println(strings.Repeat(3, "x"))
}
