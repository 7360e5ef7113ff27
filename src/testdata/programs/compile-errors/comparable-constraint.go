// Type arguments that do not satisfy their constraints.
package main

import (
	"cmp"
	"fmt"
)

type Stringish interface {
	~string
	Len() int
}

type word string

func index[K comparable, V any](m map[K]V, k K) V { return m[k] }
func biggest[T cmp.Ordered](a, b T) T             { return max(a, b) }
func length[S Stringish](s S) int                 { return s.Len() }
func show[T fmt.Stringer](v T) string             { return v.String() }

type set[T comparable] map[T]struct{}

func main() {
	_ = biggest([]int{1}, []int{2})
	_ = biggest(1, 2.5)
	_ = biggest(1, "x")
	_ = length(word("x"))
	_ = show(5)
	var s set[func()]
	var e set[any]
	_, _ = s, e
	_ = index(map[string]int{}, 5)
	type local[T any] struct{ v T }
	_ = local[int]{"x"}
}
