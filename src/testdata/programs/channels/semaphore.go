// A buffered channel as a semaphore lets at most two goroutines work at once.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	slots := make(chan struct{}, 2)
	var busy, most atomic.Int32
	var wg sync.WaitGroup
	for range 6 {
		wg.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			now := busy.Add(1)
			for {
				old := most.Load()
				if now <= old || most.CompareAndSwap(old, now) {
					break
				}
			}
			time.Sleep(10 * time.Millisecond)
			busy.Add(-1)
		})
	}
	wg.Wait()
	fmt.Println(most.Load(), busy.Load(), len(slots), cap(slots))
}
