package main

import (
	"sync"
)

func f() {
	var mu sync.Mutex
	defer mu.Unlock()
	panic("x")
}

func main() {
	f()
}
