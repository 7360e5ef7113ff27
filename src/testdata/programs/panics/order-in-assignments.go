// Values of one assignment that may panic are evaluated in gc's order: first what an earlier store of it might change.
package main

import "fmt"

func try(n string, f func()) {
	defer func() { fmt.Println(n, recover()) }()
	f()
}

type T struct{ x, y int }

func main() {
	s := []int{0, 0, 0}
	k := 5
	try("a", func() { s[0], s[k] = 1, 2 })
	fmt.Println(s)
	try("b", func() { s[k], s[0] = 1, 2 })
	fmt.Println(s)
	var p *T
	try("c", func() { s[1], p.x = 1, 2 })
	fmt.Println(s)
	try("d", func() { p.x, s[k] = 1, 2 })
	try("e", func() { s[k], p.x = 1, 2 })
	var m map[int]int
	try("f", func() { s[2], m[1] = 7, 2 })
	fmt.Println(s)
	try("g", func() { m[1], s[k] = 7, 2 })
	try("h", func() { s[k], m[1] = 7, 2 })
	a, b := 1, 2
	try("i", func() { a, b = 5, s[k] })
	fmt.Println(a, b)
	try("j", func() { a, b = s[k], 5/(a-a) })
	fmt.Println(a, b)
	func() {
		x, y := 1, 2
		defer func() { fmt.Println(recover(), x, y) }()
		x, y = 5, s[k]
	}()
	func() {
		x, z := 1, 0
		defer func() { fmt.Println(recover(), x, z) }()
		s[k], x = 5/z, s[k+1]
	}()
	var i any = "x"
	try("k", func() { s[k], i = i.(int), 3 })
	try("l", func() { s[0], s[k] = s[k+1], s[k+2] })
	try("m", func() { s[0], s[1] = s[k+1], s[k+2] })
	try("n", func() { s[0], a = s[k+1], s[k+2] })
	try("o", func() { a, s[0] = s[k+1], s[k+2] })
	try("p", func() { s[0], s[1], s[2] = s[k], s[k+1], s[k+2] })
	try("q", func() { p.x, p.y = p.y, p.x })
	try("r", func() { s[k], p.y = p.y, s[k+1] })
	try("s", func() { p.y, s[k] = s[k+1], p.y })
}
