// gomaxprocs: 1
// vet: copylocks, waitgroup, unusedresult
package main

import (
	"runtime"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		wg.Wait()
	}()
	runtime.Gosched()
	wg.Done()
	wg.Add(1)
	runtime.Gosched()
	println("end")
}
