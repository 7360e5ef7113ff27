// Generic stacks, trees, sets, heaps and iterators over them.
package main

import (
	"cmp"
	"container/heap"
	"errors"
	"fmt"
	"iter"
	"slices"
	"sort"
	"strings"
)

type Stack[T any] struct{ items []T }

var ErrEmpty = errors.New("empty")

func (s *Stack[T]) Push(v ...T) { s.items = append(s.items, v...) }
func (s *Stack[T]) Pop() (T, error) {
	var zero T
	if len(s.items) == 0 {
		return zero, ErrEmpty
	}
	v := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return v, nil
}

type Tree[K cmp.Ordered, V any] struct {
	root *node[K, V]
	size int
}

type node[K cmp.Ordered, V any] struct {
	key         K
	val         V
	left, right *node[K, V]
}

func (t *Tree[K, V]) Put(k K, v V) {
	p := &t.root
	for *p != nil {
		switch c := cmp.Compare(k, (*p).key); {
		case c < 0:
			p = &(*p).left
		case c > 0:
			p = &(*p).right
		default:
			(*p).val = v
			return
		}
	}
	*p = &node[K, V]{key: k, val: v}
	t.size++
}

func (t *Tree[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) { t.root.walk(yield) }
}

func (n *node[K, V]) walk(yield func(K, V) bool) bool {
	return n == nil || n.left.walk(yield) && yield(n.key, n.val) && n.right.walk(yield)
}

func (t *Tree[K, V]) Backward() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		var rec func(n *node[K, V]) bool
		rec = func(n *node[K, V]) bool {
			if n == nil {
				return true
			}
			return rec(n.right) && yield(n.key, n.val) && rec(n.left)
		}
		rec(t.root)
	}
}

type Set[T comparable] map[T]struct{}

func SetOf[T comparable](vs ...T) Set[T] {
	s := Set[T]{}
	for _, v := range vs {
		s[v] = struct{}{}
	}
	return s
}
func (s Set[T]) Has(v T) bool { _, ok := s[v]; return ok }
func Union[S ~map[T]struct{}, T comparable](a, b S) S {
	r := make(S, len(a)+len(b))
	for _, m := range []S{a, b} {
		for k := range m {
			r[k] = struct{}{}
		}
	}
	return r
}

func Map[T, U any](s iter.Seq[T], f func(T) U) iter.Seq[U] {
	return func(yield func(U) bool) {
		for v := range s {
			if !yield(f(v)) {
				return
			}
		}
	}
}
func Filter[T any](s iter.Seq[T], keep func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		s(func(v T) bool {
			if keep(v) {
				return yield(v)
			}
			return true
		})
	}
}
func Take[T any](s iter.Seq[T], n int) iter.Seq[T] {
	return func(yield func(T) bool) {
		if n <= 0 {
			return
		}
		i := 0
		for v := range s {
			if !yield(v) {
				return
			}
			if i++; i == n {
				return
			}
		}
	}
}
func Naturals() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; yield(i); i++ {
		}
	}
}
func Reduce[T, A any](s iter.Seq[T], a A, f func(A, T) A) A {
	for v := range s {
		a = f(a, v)
	}
	return a
}

type PQ[T any] struct {
	items []T
	less  func(a, b T) bool
}

func (p PQ[T]) Len() int           { return len(p.items) }
func (p PQ[T]) Less(i, j int) bool { return p.less(p.items[i], p.items[j]) }
func (p PQ[T]) Swap(i, j int)      { p.items[i], p.items[j] = p.items[j], p.items[i] }
func (p *PQ[T]) Push(x any)        { p.items = append(p.items, x.(T)) }
func (p *PQ[T]) Pop() any {
	n := len(p.items) - 1
	x := p.items[n]
	p.items = p.items[:n]
	return x
}

type Shape interface {
	Area() float64
	Perimeter() float64
}
type Rect struct{ W, H float64 }
type Circle struct{ R float64 }
type Square struct {
	Rect
	name string
}

func (r Rect) Area() float64         { return r.W * r.H }
func (r Rect) Perimeter() float64    { return 2 * (r.W + r.H) }
func (c *Circle) Area() float64      { return 3 * c.R * c.R }
func (c *Circle) Perimeter() float64 { return 6 * c.R }
func (s Square) String() string      { return s.name + fmt.Sprint(s.Rect) }

type Num interface{ ~int | ~float64 }

func Sum[T Num](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}

type Celsius float64

func main() {
	var s Stack[string]
	s.Push("a", "b")
	fmt.Println(s.Pop())
	fmt.Println(s.Pop())
	fmt.Println(s.Pop())
	var t Tree[string, int]
	for i, w := range strings.Fields("the quick brown fox jumps over the lazy dog") {
		t.Put(w, i)
	}
	for k, v := range t.All() {
		if k > "p" {
			break
		}
		fmt.Print(k, "=", v, " ")
	}
	fmt.Println(t.size)
	next, stop := iter.Pull2(t.Backward())
	k1, v1, ok1 := next()
	k2, _, _ := next()
	stop()
	_, _, ok3 := next()
	fmt.Println(k1, v1, ok1, k2, ok3)
	u := Union(SetOf(1, 2), SetOf(2, 3))
	fmt.Println(len(u), u.Has(3), u)
	evens := Filter(Naturals(), func(n int) bool { return n%2 == 0 })
	sq := Map(evens, func(n int) string { return fmt.Sprint(n * n) })
	fmt.Println(slices.Collect(Take(sq, 5)), Reduce(Take(Naturals(), 11), 0, func(a, b int) int { return a + b }))
	pq := &PQ[Shape]{less: func(a, b Shape) bool { return a.Area() < b.Area() }}
	for _, sh := range []Shape{Rect{3, 4}, &Circle{1}, Square{Rect{2, 2}, "sq"}, &Rect{1, 1}} {
		heap.Push(pq, sh)
	}
	for pq.Len() > 0 {
		sh := heap.Pop(pq).(Shape)
		fmt.Printf("%T %v %.1f\n", sh, sh, sh.Perimeter())
	}
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[Celsius](36.6, 0.4), Sum[int]())
	people := []struct {
		Name string
		Age  int
	}{{"A", 30}, {"B", 25}, {"C", 30}}
	sort.SliceStable(people, func(i, j int) bool { return people[i].Age < people[j].Age })
	fmt.Println(people, slices.MaxFunc(people, func(a, b struct {
		Name string
		Age  int
	}) int {
		return cmp.Or(cmp.Compare(a.Age, b.Age), strings.Compare(a.Name, b.Name))
	}))
	i, found := slices.BinarySearch([]int{1, 3, 5}, 4)
	fmt.Println(i, found, slices.Chunk([]int{1, 2, 3}, 2) != nil, slices.Repeat([]int{1}, 3), slices.Compact([]int{1, 1, 2}))
	for c := range slices.Chunk([]int{1, 2, 3}, 0) {
		fmt.Println(c)
	}
}
