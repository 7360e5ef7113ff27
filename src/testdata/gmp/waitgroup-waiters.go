// Done of the last one wakes all that wait: the last waiter runs first, the others in order.
// gomaxprocs: 1
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var gate, wg sync.WaitGroup
	gate.Add(1)
	for i := range 6 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			gate.Wait()
			fmt.Print(i, " ")
		}()
		runtime.Gosched()
	}
	gate.Done()
	wg.Wait()
	fmt.Println()
}
