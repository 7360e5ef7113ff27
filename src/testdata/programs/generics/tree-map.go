// An ordered map as a generic binary tree with a comparison function.
package main

import (
	"cmp"
	"fmt"
	"strings"
)

type Tree[K, V any] struct {
	compare func(K, K) int
	root    *branch[K, V]
	count   int
}

type branch[K, V any] struct {
	key         K
	value       V
	left, right *branch[K, V]
}

func New[K cmp.Ordered, V any]() *Tree[K, V] { return &Tree[K, V]{compare: cmp.Compare[K]} }

func (t *Tree[K, V]) find(key K) **branch[K, V] {
	at := &t.root
	for *at != nil {
		switch c := t.compare(key, (*at).key); {
		case c < 0:
			at = &(*at).left
		case c > 0:
			at = &(*at).right
		default:
			return at
		}
	}
	return at
}

func (t *Tree[K, V]) Set(key K, value V) {
	at := t.find(key)
	if *at == nil {
		*at = &branch[K, V]{key: key}
		t.count++
	}
	(*at).value = value
}

func (t *Tree[K, V]) Get(key K) (value V, ok bool) {
	if at := *t.find(key); at != nil {
		return at.value, true
	}
	return
}

func (t *Tree[K, V]) Each(visit func(K, V)) { t.root.each(visit) }

func (b *branch[K, V]) each(visit func(K, V)) {
	if b != nil {
		b.left.each(visit)
		visit(b.key, b.value)
		b.right.each(visit)
	}
}

func main() {
	words := New[string, int]()
	for _, w := range strings.Fields("the cat and the dog and the bird") {
		n, _ := words.Get(w)
		words.Set(w, n+1)
	}
	words.Each(func(w string, n int) { fmt.Print(w, ":", n, " ") })
	fmt.Println(words.count)
	_, ok := words.Get("fish")
	fmt.Println(ok)
	reverse := &Tree[int, struct{}]{compare: func(a, b int) int { return b - a }}
	for _, n := range []int{3, 1, 2} {
		reverse.Set(n, struct{}{})
	}
	reverse.Each(func(n int, _ struct{}) { fmt.Print(n, " ") })
	fmt.Println()
}
