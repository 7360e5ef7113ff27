// Broadcast wakes every goroutine that waits for a condition.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	ready := false
	var started, finished sync.WaitGroup
	woken := 0
	for range 5 {
		started.Add(1)
		finished.Add(1)
		go func() {
			defer finished.Done()
			mu.Lock()
			defer mu.Unlock()
			started.Done()
			for !ready {
				cond.Wait()
			}
			woken++
		}()
	}
	started.Wait()
	mu.Lock()
	ready = true
	fmt.Println("woken before", woken)
	mu.Unlock()
	cond.Broadcast()
	finished.Wait()
	fmt.Println("woken after", woken)
}
