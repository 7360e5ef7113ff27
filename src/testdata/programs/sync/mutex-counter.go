// A mutex guards a counter that a thousand goroutines increment.
package main

import (
	"fmt"
	"sync"
)

type Counter struct {
	mu sync.Mutex
	n  map[string]int
}

func (c *Counter) Inc(name string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n[name]++
}

func main() {
	c := Counter{n: map[string]int{}}
	var wg sync.WaitGroup
	for i := range 1000 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			c.Inc([]string{"fizz", "buzz"}[i%2])
		}()
	}
	wg.Wait()
	fmt.Println(c.n)
	fmt.Println(c.mu.TryLock(), c.mu.TryLock())
	c.mu.Unlock()
	fmt.Println(c.mu.TryLock())
}
