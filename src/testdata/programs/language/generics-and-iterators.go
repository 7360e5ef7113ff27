package main

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
)

type Box[T any] struct{ v T }

func (b Box[T]) Map[U any](f func(T) U) Box[U] { return Box[U]{f(b.v)} }
func (b *Box[T]) Set(v T)                      { b.v = v }

type Num interface{ ~int | ~float64 }
type Vec[T Num] = []T
type Opt[T any] func(*T)

type Emb[T any] struct {
	Box[T]
	*Inner[T]
}
type Inner[T any] struct{ list []T }

func (i *Inner[T]) Add(v T) { i.list = append(i.list, v) }
func (i Inner[T]) Len() int { return len(i.list) }
func zero[T any]() (z T)    { return }
func ptr[T any](v T) *T     { return &v }
func kind[T any](x T) string {
	switch any(x).(type) {
	case int:
		return "int"
	case []T:
		return "slice"
	case string:
		return "string"
	}
	return fmt.Sprintf("%T", x)
}
func reduce[T, A any](s iter.Seq[T], a A, f func(A, T) A) A {
	for v := range s {
		a = f(a, v)
	}
	return a
}
func conv[T ~int | ~float64 | ~string](x T) string {
	switch v := any(x).(type) {
	case int:
		return strconv.Itoa(v)
	}
	return fmt.Sprint(x)
}
func length[T ~string | ~[]byte](x T) (n int) {
	return n + len(x) + int(x[0])
}
func idx[T ~[]E, E any](x T, i int) E { return x[i] }
func ch[C ~chan T, T any](c C, v T) T { c <- v; return <-c }
func cmpr[T comparable](a, b T) bool  { return a == b }

type Celsius float64

func (c Celsius) String() string { return fmt.Sprintf("%.1fC", float64(c)) }

type G[T fmt.Stringer] struct{ items []T }

func (g G[T]) All() iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for i, x := range g.items {
			if !yield(i, x.String()) {
				return
			}
		}
	}
}
func label() (out []int) {
outer:
	for i := range slices.Values([]int{1, 2, 3, 4}) {
		for j := range slices.Values([]int{10, 20, 30}) {
			switch {
			case i == 2:
				continue outer
			case i == 4:
				break outer
			case j == 20:
				continue
			}
			out = append(out, i*j)
		}
	}
	for i := range slices.Values([]int{5, 6}) {
		if i == 6 {
			goto done
		}
		out = append(out, i)
	}
	out = append(out, -1)
done:
	return
}
func deferOrder() (s string) {
	defer func() { s += "!" }()
	for i := range slices.Values([]int{1, 2, 3}) {
		defer func() { s += strconv.Itoa(i) }()
		if i == 2 {
			return "r"
		}
	}
	return "x"
}

func main() {
	b := Box[int]{3}
	fmt.Println(b.Map(func(i int) string { return fmt.Sprint("<", i, ">") }))
	m := b.Map[float64]
	fmt.Println(m(func(i int) float64 { return float64(i) / 2 }).v)
	e := Emb[string]{Box[string]{"a"}, &Inner[string]{}}
	e.Add("x")
	e.Set("q")
	fmt.Println(e.Len(), e.v, e.Map(func(s string) int { return len(s) }))
	fmt.Printf("%T %T %v\n", e, e.Box, zero[*int]() == nil)
	fmt.Println(*ptr(5), kind(1), kind("s"), kind(2.5), kind([]int{}))
	fmt.Println(reduce(slices.Values([]int{1, 2, 3}), "", func(a string, i int) string { return a + strconv.Itoa(i) }))
	fmt.Println(conv(1), conv(2.5), conv("x"), length("héy"), length([]byte("ab")))
	fmt.Println(idx([]int{1, 2}, 1), ch(make(chan int, 1), 7), cmpr(any(1), any(1)), cmpr(b, Box[int]{3}))
	for i, s := range (G[Celsius]{[]Celsius{1, 2.5}}).All() {
		fmt.Print(i, s, " ")
	}
	fmt.Println(label(), deferOrder())
	var v Vec[float64] = []float64{1, 2}
	next, stop := iter.Pull(slices.Values(v))
	fmt.Println(next())
	stop()
	fmt.Println(next())
	fmt.Println(slices.Sorted(func(yield func(int) bool) { _ = yield(3) && yield(1) && yield(2) }))
	func() {
		defer func() { fmt.Println(recover()) }()
		for i := range func(yield func(int) bool) { yield(1); yield(2) } {
			if i == 1 {
				break
			}
		}
	}()
}
