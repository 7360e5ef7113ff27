package main

import "sync/atomic"

type counter struct{ n int64 }

func main() {
	var n int64
	n = atomic.AddInt64(&n, 1)
	m := atomic.AddInt64(&n, 1)
	c := &counter{}
	c.n = atomic.AddInt64(&c.n, m)
	p := &n
	*p = atomic.AddInt64(p, 1)
	var other int64
	other = atomic.AddInt64(&n, 1)
	n, other = atomic.AddInt64(&n, 2), 3
	_ = other
}
