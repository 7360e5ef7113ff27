// Names that nothing declares: variables, functions, types, fields, methods, package members, part two.
package main

import (
	"fmt"
	"strings"
)

type point struct{ X, Y int }

func (p point) Len() int { return p.X }

func main() {
	p := point{}
	undefinedToo = 5
	_ = point{W: 1}
	_ = v
}
