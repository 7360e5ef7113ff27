// Generic containers: a sorted tree, a linked list, map and reduce over slices.
package main

import (
	"cmp"
	"fmt"
)

type tree[K cmp.Ordered, V any] struct {
	root *node[K, V]
	size int
}

type node[K cmp.Ordered, V any] struct {
	key         K
	value       V
	left, right *node[K, V]
}

func (t *tree[K, V]) put(key K, value V) {
	at := &t.root
	for *at != nil {
		switch c := cmp.Compare(key, (*at).key); {
		case c < 0:
			at = &(*at).left
		case c > 0:
			at = &(*at).right
		default:
			(*at).value = value
			return
		}
	}
	*at = &node[K, V]{key: key, value: value}
	t.size++
}

func (t *tree[K, V]) each(visit func(K, V) bool) {
	var walk func(n *node[K, V]) bool
	walk = func(n *node[K, V]) bool {
		return n == nil || walk(n.left) && visit(n.key, n.value) && walk(n.right)
	}
	walk(t.root)
}

type list[T any] struct {
	head *element[T]
}

type element[T any] struct {
	value T
	next  *element[T]
}

func (l *list[T]) push(value T) { l.head = &element[T]{value, l.head} }

func (l *list[T]) all() func(yield func(T) bool) {
	return func(yield func(T) bool) {
		for e := l.head; e != nil; e = e.next {
			if !yield(e.value) {
				return
			}
		}
	}
}

func mapped[A, B any](items []A, f func(A) B) []B {
	out := make([]B, 0, len(items))
	for _, item := range items {
		out = append(out, f(item))
	}
	return out
}

func reduced[A, B any](items []A, start B, f func(B, A) B) B {
	for _, item := range items {
		start = f(start, item)
	}
	return start
}

func main() {
	var t tree[int, string]
	key := 1
	for range 6000 {
		key = key * 7919 % 10007
		t.put(key, fmt.Sprint(key))
	}
	var l list[int]
	t.each(func(k int, v string) bool {
		l.push(k + len(v))
		return true
	})
	sum := 0
	for v := range l.all() {
		sum += v
	}
	numbers := make([]int, 40000)
	for i := range numbers {
		numbers[i] = i
	}
	halves := mapped(numbers, func(n int) float64 { return float64(n) / 2 })
	total := reduced(halves, 0.0, func(sum float64, x float64) float64 { return sum + x })
	fmt.Println(t.size, sum, total)
}
