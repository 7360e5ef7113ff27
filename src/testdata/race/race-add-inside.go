// Add inside the goroutine is in no order with Wait.
// race
// vet: waitgroup
package main

import (
	"fmt"
	"sync"
	"time"
)

const pause = 20 * time.Millisecond

func main() {
	var wg sync.WaitGroup
	started := make(chan bool)
	go func() {
		wg.Add(1)
		started <- true
		time.Sleep(2 * pause)
		wg.Done()
	}()
	time.Sleep(pause)
	go func() { <-started }()
	time.Sleep(pause)
	wg.Wait()
	fmt.Println("done")
}
