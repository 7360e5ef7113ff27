// Slices share their array until append needs a new one.
package main

import "fmt"

func show(name string, s []int) {
	fmt.Printf("%-6s len=%d cap=%d %v\n", name, len(s), cap(s), s)
}

func main() {
	base := []int{1, 2, 3, 4, 5}
	left := base[:2]
	mid := base[1:4]
	full := base[1:3:3]
	show("left", left)
	show("mid", mid)
	show("full", full)
	left = append(left, 30)
	show("base", base)
	full = append(full, 99)
	full[0] = -1
	show("base", base)
	show("full", full)
	mid = append(mid[:1], mid[2:]...)
	show("mid", mid)
	show("base", base)
	copied := make([]int, 3, 10)
	n := copy(copied, base)
	fmt.Println(n, copy([]byte{1, 2, 3, 4}, "xyz"), copy(copied[1:], copied[:0]))
	show("copied", copied)
	copy(base[1:], base)
	show("base", base)
	var none []int
	empty := []int{}
	fmt.Println(none == nil, empty == nil, len(none), len(append(none, none...)), append(none, 1))
	reslice := base[:0]
	show("re", reslice[:cap(reslice)])
	array := [4]string{"a", "b", "c", "d"}
	view := array[1:3]
	view[0] = "B"
	view = append(view, "D")
	fmt.Println(array, view, len(array[2:]), cap(array[:2]))
	p := (*[2]string)(view)
	p[1] = "C"
	fmt.Println(array, [2]string(view))
}
