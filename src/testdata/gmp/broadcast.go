// Broadcast wakes all waiters: the last one runs first, the others in order.
// gomaxprocs: 1
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	open := false
	for i := range 6 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			for !open {
				cond.Wait()
			}
			mu.Unlock()
			fmt.Print(i, " ")
		}()
		runtime.Gosched()
	}
	mu.Lock()
	open = true
	mu.Unlock()
	cond.Broadcast()
	wg.Wait()
	fmt.Println()
}
