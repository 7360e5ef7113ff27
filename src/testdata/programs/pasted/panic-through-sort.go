package main

import (
	"fmt"
	"sort"
	"sync"
)

type T[K comparable] struct{ m map[K]int }

func (t T[K]) Must(k K) int {
	v, ok := t.m[k]
	if !ok {
		panic(fmt.Errorf("no %v", k))
	}
	return v
}

func Map[A, B any](s []A, f func(A) B) []B {
	var out []B
	for _, a := range s {
		out = append(out, f(a))
	}
	return out
}

type S struct{ sync.Mutex }

func (s *S) do(f func()) { s.Lock(); defer s.Unlock(); f() }

var table = map[string]func(int) int{
	"div": func(n int) int { return 10 / n },
}

func main() {
	s := &S{}
	s.do(func() {
		sort.Slice([]int{3, 2, 1}, func(i, j int) bool {
			Map([]int{1, 2}, func(n int) int {
				t := T[string]{map[string]int{"a": 1}}
				if n == 2 {
					defer func() {
						if r := recover(); r != nil {
							panic(fmt.Sprint("re: ", r, table["div"](0)))
						}
					}()
					t.Must("b")
				}
				return t.Must("a")
			})
			return i < j
		})
	})
}
