// Whether the two goroutines take the locks one after the other or block is left to the schedule.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var a, b sync.Mutex
	done := make(chan bool)
	go func() {
		a.Lock()
		runtime.Gosched()
		b.Lock()
		b.Unlock()
		a.Unlock()
		done <- true
	}()
	b.Lock()
	runtime.Gosched()
	a.Lock()
	a.Unlock()
	b.Unlock()
	<-done
	fmt.Println("lucky")
}
