// gomaxprocs: 1
// vet: copylocks, waitgroup, unusedresult
package main

import (
	"sync"
)

func main() {
	c := make(chan int, 1)
	_ = sync.Mutex{}
	close(c)
	c <- 1
}
