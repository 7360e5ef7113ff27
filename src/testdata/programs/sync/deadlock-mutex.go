// Locking a mutex twice in the same goroutine blocks for ever.
package main

import (
	"fmt"
	"sync"
)

type stock struct {
	mu    sync.Mutex
	items map[string]int
}

func (s *stock) count(name string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.items[name]
}

func (s *stock) take(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.count(name) > 0 {
		s.items[name]--
	}
}

func main() {
	s := &stock{items: map[string]int{"bolt": 3}}
	fmt.Println(s.count("bolt"))
	s.take("bolt")
}
