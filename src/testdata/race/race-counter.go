// Two goroutines increment a counter without a lock: the race detector reports both accesses.
// race
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var wg sync.WaitGroup
	counter := 0
	wg.Add(1)
	go func() {
		defer wg.Done()
		counter++
	}()
	time.Sleep(50 * time.Millisecond) // waiting is no synchronisation
	counter++
	wg.Wait()
	fmt.Println("done")
}
