package main

import "fmt"

type number interface{ ~int | ~float64 }

func ints[T ~int | ~int8](v T) {
	fmt.Printf("%d %s\n", v, v)
}

func numbers[T number](v T) { fmt.Printf("%d %v", v, v) }

func anything[T any](v T) { fmt.Printf("%v %d", v, v) }

func comp[T comparable](v T) { fmt.Printf("%s", v) }

func str[T fmt.Stringer](v T) { fmt.Printf("%s %d", v, v) }

func slices[S ~[]E, E int | string](s S) { fmt.Printf("%d", s) }

type box[T any] struct{ v T }

func (b box[T]) String() string { return fmt.Sprintf("%v %s", b.v, b) }

func show[T any](format string, args ...T) {}

func main() {
	ints(1)
	numbers(1.5)
	anything(1)
	comp(1)
	str(box[int]{})
	slices([]int{1})
	fmt.Printf("%d", box[string]{"x"})
	show("%d", "x")
}
