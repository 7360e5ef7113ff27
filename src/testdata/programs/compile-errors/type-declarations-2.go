// Types that cannot be: recursive, unknown, with impossible keys or receivers, part two.
package main

type node struct {
	next node
}

type b struct{ a [2]a }



func (e i) g()                {}

var f map[func()]int

type s struct {
	int
	x, x int
}

func main() {}
