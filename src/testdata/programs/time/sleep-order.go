// Goroutines that sleep for different times wake in the order of their deadlines.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var wg sync.WaitGroup
	out := make(chan int, 5)
	for _, ms := range []int{90, 30, 120, 0, 60} {
		wg.Go(func() {
			time.Sleep(time.Duration(ms) * time.Millisecond)
			out <- ms
		})
	}
	wg.Wait()
	close(out)
	for ms := range out {
		fmt.Println(ms)
	}
	start := time.Now()
	time.Sleep(-time.Second)
	time.Sleep(20 * time.Millisecond)
	elapsed := time.Since(start)
	fmt.Println(elapsed >= 20*time.Millisecond, elapsed < 2*time.Second)
}
