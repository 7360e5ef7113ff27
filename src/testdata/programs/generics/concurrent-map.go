// A generic map guarded by a mutex, and a generic fan-out over goroutines.
package main

import (
	"fmt"
	"sync"
)

type SafeMap[K comparable, V any] struct {
	mu sync.RWMutex
	m  map[K]V
}

func (s *SafeMap[K, V]) Update(k K, f func(V) V) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.m == nil {
		s.m = make(map[K]V)
	}
	s.m[k] = f(s.m[k])
}

func (s *SafeMap[K, V]) Get(k K) (V, bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	v, ok := s.m[k]
	return v, ok
}

func Parallel[In, Out any](inputs []In, f func(In) Out) []Out {
	out := make([]Out, len(inputs))
	var wg sync.WaitGroup
	for i, in := range inputs {
		wg.Go(func() { out[i] = f(in) })
	}
	wg.Wait()
	return out
}

type Result[T any] struct {
	Value T
	Err   error
}

func Async[T any](f func() (T, error)) <-chan Result[T] {
	c := make(chan Result[T], 1)
	go func() {
		v, err := f()
		c <- Result[T]{v, err}
	}()
	return c
}

func main() {
	var counts SafeMap[rune, int]
	Parallel([]rune("mississippi"), func(r rune) bool {
		counts.Update(r, func(n int) int { return n + 1 })
		return true
	})
	fmt.Println(counts.Get('s'))
	fmt.Println(counts.Get('z'))
	fmt.Println(Parallel([]int{1, 2, 3}, func(n int) string { return fmt.Sprint(n * n) }))
	a := Async(func() (int, error) { return 42, nil })
	b := Async(func() (string, error) { return "", fmt.Errorf("failed") })
	fmt.Println(<-a, <-b)
}
