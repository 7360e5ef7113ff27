package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type Counter struct {
	mu sync.Mutex
	n  int
}

type Outer struct {
	name  string
	inner [2]Counter
}

type Locker struct{}

func (*Locker) Lock()   {}
func (*Locker) Unlock() {}

func (c Counter) Get() int { return c.n }

func byValue(c Counter, o *Outer) {}

func ret(c *Counter) Counter {
	return *c
}

func generic[T Counter | int](v T) {}

func many(a, b sync.WaitGroup, c *sync.Cond, d sync.Once) (e sync.RWMutex) { return }

func main() {
	var c Counter
	d := c
	var e = c
	e2 := ret(&c)
	byValue(c, nil)
	o := Outer{inner: [2]Counter{c, {}}}
	o2 := o
	list := []Counter{{}, {}}
	for _, each := range list {
		fmt.Println(each.n)
	}
	for i := range list {
		fmt.Println(list[i].n)
	}
	table := map[string]Counter{}
	for k, v := range table {
		_, _ = k, v
	}
	f := func(c Counter) {}
	f(Counter{})
	var l Locker
	l2 := l
	fmt.Println(len(list), len(o.inner), cap(list))
	p := &c
	*p = Counter{}
	*p = d
	_ = e
	_ = *p
	_, _, _ = e2, l2, o2
	var v atomic.Int64
	w := v
	_ = &w
	for m := (Counter{}); m.n < 3; m.n++ {
	}
	var x interface{} = c
	_ = x
	fmt.Println(c)
	go byValue(d, nil)
	ch := make(chan Counter, 1)
	ch <- c
	for r := range ch {
		_ = &r
	}
}
