// Generic functions with inferred and explicit type arguments.
package main

import (
	"cmp"
	"fmt"
	"strings"
)

func Map[T, U any](list []T, f func(T) U) []U {
	out := make([]U, 0, len(list))
	for _, v := range list {
		out = append(out, f(v))
	}
	return out
}

func Filter[S ~[]E, E any](list S, keep func(E) bool) S {
	var out S
	for _, v := range list {
		if keep(v) {
			out = append(out, v)
		}
	}
	return out
}

func Reduce[T, A any](list []T, start A, f func(A, T) A) A {
	for _, v := range list {
		start = f(start, v)
	}
	return start
}

func Largest[T cmp.Ordered](first T, rest ...T) T {
	for _, v := range rest {
		if v > first {
			first = v
		}
	}
	return first
}

func Zero[T any]() T {
	var zero T
	return zero
}

func Pointer[T any](v T) *T { return &v }

type Names []string

func main() {
	fmt.Println(Map([]int{1, 2, 3}, func(n int) string { return strings.Repeat("*", n) }))
	fmt.Println(Map(strings.Fields("go is fun"), func(s string) int { return len(s) }))
	short := Filter(Names{"ann", "roberta", "cid"}, func(s string) bool { return len(s) == 3 })
	fmt.Printf("%v %T\n", short, short)
	fmt.Println(Reduce([]float64{1, 2, 3.5}, "", func(a string, f float64) string { return a + fmt.Sprint(f, ";") }))
	fmt.Println(Largest(3, 9, 2), Largest("b", "a"), Largest(2.5), Largest[float64](1, 2.5))
	fmt.Printf("%q %v %v %v\n", Zero[string](), Zero[int](), Zero[[]int]() == nil, Zero[struct{ X int }]())
	fmt.Println(*Pointer(5), *Pointer("x"))
	double := Map[int, int]
	fmt.Printf("%v %T\n", double([]int{4}, func(n int) int { return n * 2 }), double)
}
