// Two goroutines read, wait and write a counter without a lock: an update may get lost.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	counter := 0
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			old := counter
			runtime.Gosched()
			counter = old + 1
		}()
	}
	wg.Wait()
	fmt.Println(counter)
}
