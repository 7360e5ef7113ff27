// Names declared twice: in one block, as parameters, fields, methods and functions.
package main

import "fmt"

type thing struct {
	name string
	name int
}

func (t thing) run() {}
func (t thing) run() {}
func (t thing) name() {}

func twice() {}
func twice() {}

var fmt2 = 1

const fmt2 = 2

func params(a int, a string) {}

func main() {
	x := 1
	x := 2
	var x string
	a, b := 1, 2
	a, b := 3, 4
	fmt.Println(x, a, b)
	type local int
	type local string
}
