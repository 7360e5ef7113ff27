// Panics with values of basic types print the type around the value.
package main

import "fmt"

type level int
type label string
type ratio float64

func show(v any) {
	defer func() {
		r := recover()
		fmt.Printf("%T %v\n", r, r)
	}()
	panic(v)
}

func main() {
	for _, v := range []any{1, 2.5, true, 'x', "text", level(3), label("l"), ratio(0.5), uint8(9), 2i} {
		show(v)
	}
	panic(level(3))
}
