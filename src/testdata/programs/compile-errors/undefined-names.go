// Names that nothing declares: variables, functions, types, fields, methods, package members.
package main

import (
	"fmt"
	"strings"
)

type point struct{ X, Y int }

func (p point) Len() int { return p.X }

func main() {
	fmt.Println(total)
	compute(1)
	var v Vector
	p := point{}
	p.Z = 1
	p.len()
	p.Scale(2)
	fmt.Printn("x")
	strings.upper("x")
	strings.Upper("x")
	undefinedToo = 5
	_ = point{W: 1}
	_ = v
}
