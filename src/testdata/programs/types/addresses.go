// How variables lie to each other in memory, and pointers to variables that have no size.
package main

import (
	"errors"
	"fmt"
	"sort"
	"strconv"
)

type inner struct{ a, b int16 }

type outer struct {
	n    byte
	in   inner
	tail [3]int32
	name string
	any  any
	last struct{}
}

type empty struct{}

func (*empty) Error() string { return "empty" }

var (
	one, other   = &empty{}, &empty{}
	here, there  struct{}
	table        [2]outer
	first, again = new([0]int), new([0]int)
)

// at is the address of what a pointer points to.
func at(pointer any) int {
	n, err := strconv.ParseInt(fmt.Sprintf("%p", pointer)[2:], 16, 64)
	if err != nil {
		panic(err)
	}
	return int(n)
}

func layout() {
	var ints [4]int
	bytes := make([]byte, 4, 16)
	complexes := make([]complex128, 2)
	fmt.Println(at(&ints[3])-at(&ints[0]), at(&ints) == at(&ints[0]), at(bytes[2:])-at(bytes))
	fmt.Println(at(&complexes[1])-at(&complexes[0]), at(append(bytes, 1)) == at(bytes))

	v := new(outer)
	fmt.Println(at(&v.in.b)-at(v), at(&v.in)-at(v), at(&v.tail[1])-at(v), at(&v.name)-at(v))
	fmt.Println(at(&v.any)-at(v), at(&v.n) == at(v))
	fmt.Println(at(&table[1].in.b)-at(&table), at(&table[1])-at(&table[0]))

	grid := make([][2]inner, 3)
	fmt.Println(at(&grid[2][1].b)-at(grid), at(&grid[1])-at(&grid[0]))
}

func noSize() {
	a, b := &struct{}{}, &struct{}{}
	fmt.Println(a == b, a == a, &here == &there, first == again)
	c, d := &struct{}{}, &struct{}{}
	fmt.Println(c == d, at(c) == at(d))
	fmt.Println(one == other, errors.Is(one, other), any(c) == any(d))
	var list [3]empty
	fmt.Println(&list[0] == &list[2], len(map[*struct{}]int{c: 1, d: 2, nil: 3}))
}

func order() {
	values := [4]int{}
	pointers := []*int{&values[2], &values[0], &values[3], &values[1]}
	sort.Slice(pointers, func(i, j int) bool { return at(pointers[i]) < at(pointers[j]) })
	for i, pointer := range pointers {
		*pointer = i * i
	}
	fmt.Println(values)
}

func main() {
	layout()
	noSize()
	order()
}
