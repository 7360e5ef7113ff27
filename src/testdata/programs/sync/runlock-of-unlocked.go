// RUnlock without RLock is a fatal error.
package main

import "sync"

type registry struct {
	mu    sync.RWMutex
	names []string
}

func (r *registry) count() int {
	defer r.mu.RUnlock()
	return len(r.names)
}

func main() {
	r := &registry{}
	r.count()
}
