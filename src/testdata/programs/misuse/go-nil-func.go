// gomaxprocs: 1
// vet: copylocks, waitgroup, unusedresult
package main

import (
	"runtime"
	"sync"
)

func main() {
	_ = sync.Mutex{}
	var f func()
	go f()
	runtime.Gosched()
}
