// gomaxprocs: 1
// vet: copylocks, waitgroup, unusedresult
package main

import (
	"runtime"
	"sync"
)

func main() {
	_ = sync.Mutex{}
	runtime.Goexit()
}
