// gomaxprocs: 1
// vet: copylocks, waitgroup, unusedresult
package main

import (
	"sync"
)

func main() {
	var c chan int
	_ = sync.Mutex{}
	close(c)
}
