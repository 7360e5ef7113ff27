// Five goroutines queue for a mutex that main holds.
// gomaxprocs: 1
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	mu.Lock()
	for i := range 5 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			fmt.Print(i, " ")
			mu.Unlock()
		}()
	}
	mu.Unlock()
	wg.Wait()
	fmt.Println()
}
