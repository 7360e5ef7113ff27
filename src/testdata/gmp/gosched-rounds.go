// Three goroutines that yield three times each take turns through the global queue.
// gomaxprocs: 1
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for turn := range 3 {
				fmt.Print(i*10+turn, " ")
				runtime.Gosched()
			}
		}()
	}
	wg.Wait()
	fmt.Println()
}
