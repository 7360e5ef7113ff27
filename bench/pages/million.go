// Four workers and a sum under a lock: a run of nearly a million events.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	c := make(chan int, 8)
	total := 0
	for w := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for v := range c {
				mu.Lock()
				total += v * w
				mu.Unlock()
			}
		}()
	}
	for i := range 240_000 {
		c <- i
		if i%20_000 == 0 {
			fmt.Println(i)
		}
	}
	close(c)
	wg.Wait()
	fmt.Println("done")
}
