// gomaxprocs: 1
// vet: copylocks, waitgroup, unusedresult
package main

import (
	"runtime"
	"sync"
)

func main() {
	var mu sync.Mutex
	mu.Lock()
	go func() {
		mu.Lock()
	}()
	runtime.Goexit()
}
