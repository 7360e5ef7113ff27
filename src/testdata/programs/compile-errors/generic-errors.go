// Generic functions and types used wrongly.
package main

import "fmt"

type Number interface{ ~int | ~float64 }

func Sum[T Number](list []T) (total T) {
	for _, v := range list {
		total += v
	}
	return
}

func Make[T any]() T {
	var zero T
	return zero
}

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(v T) { s.items = append(s.items, v) }

func Max[T any](a, b T) T {
	if a > b {
		return a
	}
	return b
}

func main() {
	fmt.Println(Sum([]string{"a"}))
	fmt.Println(Make())
	var s Stack
	var t Stack[int, string]
	u := Stack[string]{}
	u.Push(5)
	fmt.Println(Max(1, "a"))
	fmt.Println(Sum[string](nil))
	var n Number
	f := Sum
	_ = Max[int, int](1, 2)
	_, _, _, _ = s, t, n, f
}
