// gomaxprocs: 1
// vet: copylocks, waitgroup, unusedresult
package main

import (
	"runtime"
	"sync"
)

func main() {
	_ = sync.Mutex{}
	c := make(chan int)
	for i := range 3 {
		go func() { c <- i }()
	}
	runtime.Gosched()
	var d chan bool
	<-d
}
