// Three hundred goroutines overflow the ring of the run queue: half of it moves to the global queue.
// gomaxprocs: 1
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	runtime.Gosched() // the goroutines of the runtime itself leave the queue
	var wg sync.WaitGroup
	var order []int
	for i := range 300 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			order = append(order, i)
		}()
	}
	wg.Wait()
	fmt.Println(order)
}
