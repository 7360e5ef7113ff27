package main

import "fmt"

type node struct {
	l, r *node
	v    int
}

func (n *node) walk(yield func(int) bool) bool {
	if n == nil {
		return true
	}
	return n.l.walk(yield) && yield(n.v) && n.r.walk(yield)
}

func (n *node) all() func(func(int) bool) {
	return func(yield func(int) bool) { n.walk(yield) }
}

func bad(yield func(int) bool) {
	yield(1)
	yield(2)
	yield(3)
}

func main() {
	t := &node{&node{nil, nil, 1}, &node{nil, nil, 3}, 2}
	for v := range t.all() {
		fmt.Println(v)
	}
	defer fmt.Println("deferred")
	for v := range bad {
		fmt.Println("bad", v)
		if v == 2 {
			break
		}
	}
}
