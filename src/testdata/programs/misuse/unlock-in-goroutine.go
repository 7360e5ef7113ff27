// gomaxprocs: 1
// vet: copylocks, waitgroup, unusedresult
package main

import (
	"sync"
)

func main() {
	var mu sync.Mutex
	done := make(chan bool)
	go func() {
		defer func() { recover() }()
		mu.Unlock()
		done <- true
	}()
	<-done
}
