// Generic aliases, embedded generic types, generic interfaces and method values.
package main

import "fmt"

type List[T any] []T

func (l List[T]) Len() int          { return len(l) }
func (l *List[T]) Add(v T) *List[T] { *l = append(*l, v); return l }

type Set[T comparable] = map[T]struct{}
type Strings = List[string]

type Sized interface{ Len() int }

type Container[T any] interface {
	Sized
	Add(T) *List[T]
}

type Tracked[T any] struct {
	*List[T]
	added int
}

func (t *Tracked[T]) Add(v T) *List[T] {
	t.added++
	return t.List.Add(v)
}

func fill[T any](c Container[T], values ...T) int {
	for _, v := range values {
		c.Add(v)
	}
	return c.Len()
}

type Visitor[T any] func(T) bool

func (v Visitor[T]) Accept(x T) string { return fmt.Sprint(x, v(x)) }

func main() {
	var l List[int]
	fmt.Println(fill(&l, 1, 2, 3), l)
	t := Tracked[string]{List: &List[string]{}}
	fmt.Println(fill[string](&t, "a", "b"), t.added, *t.List)
	s := Set[int]{1: {}, 2: {}}
	fmt.Printf("%d %T %T\n", len(s), s, Strings{"x"})
	add := l.Add
	add(4)
	length := List[int].Len
	fmt.Println(length(l), l)
	fmt.Println(Visitor[int](func(n int) bool { return n > 2 }).Accept(3))
	var sized Sized = l
	switch v := sized.(type) {
	case List[string]:
		fmt.Println("strings", v)
	case List[int]:
		fmt.Println("ints", v)
	}
	fmt.Printf("%T %T %v\n", t, l, any(l) == nil)
}
