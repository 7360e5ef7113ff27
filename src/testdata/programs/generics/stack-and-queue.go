// Generic containers with methods.
package main

import (
	"errors"
	"fmt"
)

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(v ...T) { s.items = append(s.items, v...) }

func (s *Stack[T]) Pop() (T, error) {
	var zero T
	if len(s.items) == 0 {
		return zero, errors.New("empty stack")
	}
	top := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return top, nil
}

type node[T any] struct {
	value T
	next  *node[T]
}

type Queue[T any] struct {
	head, tail *node[T]
	size       int
}

func (q *Queue[T]) Put(v T) *Queue[T] {
	n := &node[T]{value: v}
	if q.tail == nil {
		q.head = n
	} else {
		q.tail.next = n
	}
	q.tail = n
	q.size++
	return q
}

func (q *Queue[T]) Each(f func(int, T)) {
	i := 0
	for n := q.head; n != nil; n = n.next {
		f(i, n.value)
		i++
	}
}

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p Pair[K, V]) String() string { return fmt.Sprintf("%v=>%v", p.Key, p.Val) }

func main() {
	var s Stack[string]
	s.Push("a", "b")
	fmt.Println(s.Pop())
	fmt.Println(s.Pop())
	fmt.Println(s.Pop())
	q := new(Queue[Pair[string, int]])
	q.Put(Pair[string, int]{"x", 1}).Put(Pair[string, int]{"y", 2})
	q.Each(func(i int, p Pair[string, int]) { fmt.Println(i, p, p.Key, p.Val) })
	fmt.Printf("%T %T %v %+v\n", s, q, q.size, Pair[int, []bool]{1, nil})
	nested := Stack[Stack[int]]{}
	nested.Push(Stack[int]{[]int{1, 2}})
	fmt.Printf("%v %T\n", nested, nested)
}
