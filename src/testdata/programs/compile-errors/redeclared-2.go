// Names declared twice: in one block, as parameters, fields, methods and functions, part two.
package main

import "fmt"

type thing struct {
	name string
}

func (t thing) run() {}

func twice() {}

var fmt2 = 1



func main() {
	x := 1
	a, b := 1, 2
	fmt.Println(x, a, b)
	type local int
	type local string
}
