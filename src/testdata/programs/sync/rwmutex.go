// RWMutex: readers share, a writer is alone, and a waiting writer keeps new readers out.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var rw sync.RWMutex
	rw.RLock()
	rw.RLock()
	fmt.Println("two readers", rw.TryLock(), rw.TryRLock())
	rw.RUnlock()
	rw.RUnlock()
	written := make(chan bool)
	go func() {
		rw.Lock()
		close(written)
		rw.Unlock()
	}()
	time.Sleep(10 * time.Millisecond)
	fmt.Println("writer waits, new reader:", rw.TryRLock())
	rw.RUnlock()
	<-written
	rw.Lock()
	fmt.Println("writer alone", rw.TryRLock(), rw.TryLock())
	rw.Unlock()
	var cache = map[int]int{}
	var wg sync.WaitGroup
	for i := range 50 {
		wg.Go(func() {
			rw.RLock()
			_, ok := cache[i%5]
			rw.RUnlock()
			if !ok {
				rw.Lock()
				cache[i%5] = i % 5 * 10
				rw.Unlock()
			}
		})
	}
	wg.Wait()
	l := rw.RLocker()
	l.Lock()
	fmt.Println(cache, rw.TryLock())
	l.Unlock()
}
