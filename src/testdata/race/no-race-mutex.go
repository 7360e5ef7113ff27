// A mutex, an RWMutex, Once, a WaitGroup, atomics and a closed channel all order accesses.
// race
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var mu sync.Mutex
	var rw sync.RWMutex
	var once sync.Once
	var wg sync.WaitGroup
	var ready atomic.Bool
	total, config, table, flagged := 0, "", map[int]int{}, 0
	closed := make(chan struct{})
	message := ""
	go func() {
		message = "before close"
		close(closed)
	}()
	go func() {
		flagged = 7
		ready.Store(true)
	}()
	for i := range 8 {
		wg.Go(func() {
			once.Do(func() { config = "loaded" })
			mu.Lock()
			total += i + len(config)
			mu.Unlock()
			rw.Lock()
			table[i%3]++
			rw.Unlock()
			rw.RLock()
			_ = table[0]
			rw.RUnlock()
			<-closed
			_ = message
		})
	}
	wg.Wait()
	for !ready.Load() {
	}
	fmt.Println(total, table, message, flagged)
}
