package main

import (
	"fmt"
	"sync"
)

type guarded[T any] struct {
	mu sync.Mutex
	v  T
}

type noLock[T any] struct{ p *guarded[T] }

func byPointer[T any](g *guarded[T]) T { return g.v }

func byValue[T any](g guarded[T]) T { return g.v }

func constrained[M ~struct{ sync.Mutex }](m M) {}

func pair() (guarded[int], error) { return guarded[int]{}, nil }

type embeds struct{ *guarded[string] }

type iface interface{ sync.Locker }

func main() {
	g := guarded[int]{}
	fmt.Println(byPointer(&g), byValue(g))
	h, err := pair()
	_, _ = h, err
	e := embeds{}
	f := e
	var l iface = &g.mu
	m := l
	_ = noLock[int]{&g}
	arr := [2]guarded[int]{}
	for i, v := range arr {
		fmt.Println(i, v.v)
	}
	for i := range arr {
		_ = i
	}
	fn := func(g guarded[int]) guarded[int] { return g }
	fn(g)
	_, _ = f, m
	if x := g; x.v > 0 {
	}
	switch y := g; {
	case y.v > 0:
	}
	p := &struct{ g guarded[int] }{g}
	q := (*p)
	_ = q.g
	c := make(chan guarded[int])
	go func() { c <- g }()
	z := <-c
	_ = z
}
