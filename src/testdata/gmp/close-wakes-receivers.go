// close wakes the first receiver first and the others from last to first.
// gomaxprocs: 1
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	gate := make(chan struct{})
	for i := range 6 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			<-gate
			fmt.Print(i, " ")
		}()
		runtime.Gosched()
	}
	close(gate)
	wg.Wait()
	fmt.Println()
}
