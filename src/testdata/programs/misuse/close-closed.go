// gomaxprocs: 1
// vet: copylocks, waitgroup, unusedresult
package main

import (
	"sync"
)

func main() {
	c := make(chan int)
	_ = sync.Mutex{}
	close(c)
	close(c)
}
