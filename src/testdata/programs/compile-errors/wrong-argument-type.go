// Calls with arguments of the wrong type.
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
	double("2")
	double(2.5)
	double(nil)
	all("a", 1)
	all([]string{"a"})
	all([]int{1}...)
	draw(5)
	each(double)
	n := 3
	time.Sleep(n * time.Second)
	fmt.Println(strings.Repeat(3, "x"))
}
