package main

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"sync/atomic"
)

type cache[K comparable, V any] struct {
	mu   sync.Mutex
	data map[K]V
}

func (c cache[K, V]) get(k K) (V, bool) {
	v, ok := c.data[k]
	return v, ok
	panic("never")
}

type shape interface {
	Area() float64
	String() string
}

type square struct{ side float64 }

func (s square) Area() float64  { return s.side * s.side }
func (s square) String() string { return fmt.Sprintf("square %.1f %s", s.side, s) }

func describe(s shape) string {
	switch v := s.(type) {
	case square:
		return fmt.Sprintf("%d", v.side)
	case fmt.Stringer:
		return fmt.Sprintf("%s", v)
	default:
		return fmt.Sprintf("%d", v)
	}
	return ""
}

func fail(format string, a ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", a...)
	os.Exit(1)
}

func main() {
	c := cache[string, int]{data: map[string]int{}}
	d := c
	if v, ok := d.get("x"); !ok && !ok {
		fail("missing %s", v)
	}
	var n int32
	n = atomic.AddInt32(&n, 1)
	var b strings.Builder
	fmt.Fprintf(&b, "%s %v", n, b)
	b.String()
	fmt.Println(describe(square{2}), b.Len)
	for i, s := 0, []sync.Mutex{{}}; i < len(s); i++ {
		s[i] = s[i]
	}
}
