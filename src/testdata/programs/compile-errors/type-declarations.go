// Types that cannot be: recursive, unknown, with impossible keys or receivers.
package main

type node struct {
	next node
}

type a struct{ b b }
type b struct{ a [2]a }

type t = t

type i interface{ i }

func (n int) double() int     { return n * 2 }
func (p **node) x()           {}
func (m missing) f()          {}
func (e i) g()                {}

var m map[[]int]string
var f map[func()]int

type s struct {
	int
	*int
	x, x int
}

func main() {}
