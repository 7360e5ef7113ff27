// Two goroutines wait for each other for ever while main goes on and ends: no report from Go.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var a, b sync.Mutex
	ready := make(chan bool)
	go func() {
		a.Lock()
		ready <- true
		<-ready
		b.Lock()
	}()
	<-ready
	go func() {
		b.Lock()
		ready <- true
		a.Lock()
	}()
	for i := range 3 {
		time.Sleep(5 * time.Millisecond)
		fmt.Println("main works", i)
	}
}
