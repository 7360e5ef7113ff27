// Six goroutines sleep for the same time.
// gomaxprocs: 1
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var wg sync.WaitGroup
	for i := range 6 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			time.Sleep(10 * time.Millisecond)
			fmt.Print(i, " ")
		}()
	}
	wg.Wait()
	fmt.Println()
}
