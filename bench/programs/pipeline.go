// A thousand goroutines in stages, with select and timers.
package main

import (
	"fmt"
	"sync"
	"time"
)

func stage(in <-chan int, out chan<- int, workers int, f func(int) int) {
	var wg sync.WaitGroup
	for range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			timeout := time.NewTimer(time.Hour)
			defer timeout.Stop()
			for {
				select {
				case v, ok := <-in:
					if !ok {
						return
					}
					out <- f(v)
				case <-timeout.C:
					panic("too slow")
				}
			}
		}()
	}
	wg.Wait()
	close(out)
}

func main() {
	source := make(chan int)
	doubled := make(chan int, 16)
	filtered := make(chan int, 16)
	go stage(source, doubled, 500, func(n int) int { return n * 2 })
	go stage(doubled, filtered, 500, func(n int) int { return n % 1009 })
	go func() {
		tick := time.NewTicker(time.Millisecond)
		defer tick.Stop()
		for i := range 20000 {
			if i%4000 == 3999 {
				<-tick.C
			}
			source <- i
		}
		close(source)
	}()
	sum, count := 0, 0
	for v := range filtered {
		sum += v
		count++
	}
	fmt.Println(count, sum)
}
