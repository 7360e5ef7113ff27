// Type inference through functions, slices, maps, channels and constraints.
package main

import (
	"fmt"
	"sort"
)

func Keys[M ~map[K]V, K comparable, V any](m M) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	return keys
}

func Apply[T any, R any](v T, f func(T) R) R { return f(v) }

func Compose[A, B, C any](f func(A) B, g func(B) C) func(A) C {
	return func(a A) C { return g(f(a)) }
}

func Send[T any](c chan<- T, values ...T) {
	for _, v := range values {
		c <- v
	}
	close(c)
}

func Collect[T any](c <-chan T) (out []T) {
	for v := range c {
		out = append(out, v)
	}
	return out
}

type setter[T any] interface {
	*T
	Set(string)
}

type Option struct{ text string }

func (o *Option) Set(s string) { o.text = "set " + s }

func FromStrings[T any, PT setter[T]](list []string) []T {
	out := make([]T, len(list))
	for i, s := range list {
		PT(&out[i]).Set(s)
	}
	return out
}

func identity[T any](v T) T { return v }

type ages map[string]int

func main() {
	keys := Keys(ages{"b": 2, "a": 1})
	sort.Strings(keys)
	fmt.Println(keys, Apply(3, func(n int) string { return fmt.Sprint(n, "!") }))
	length := Compose(func(n int) string { return fmt.Sprint(n * n) }, func(s string) int { return len(s) })
	fmt.Println(length(1000))
	c := make(chan float64, 3)
	Send(c, 1, 2.5)
	fmt.Println(Collect(c))
	fmt.Println(FromStrings[Option]([]string{"x", "y"}))
	var f func(string) string = identity
	fmt.Println(f("inferred from the assignment"), Apply("x", identity))
	fmt.Printf("%T %T\n", identity(1), identity('a'))
}
