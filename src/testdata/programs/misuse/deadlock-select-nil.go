// gomaxprocs: 1
// vet: copylocks, waitgroup, unusedresult
package main

import (
	"sync"
)

func main() {
	_ = sync.Mutex{}
	var a, b chan int
	select {
	case <-a:
	case b <- 1:
	}
}
