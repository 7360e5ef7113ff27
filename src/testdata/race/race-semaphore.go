// A semaphore of two lets two goroutines in: it protects nothing.
// race
package main

import (
	"fmt"
	"time"
)

const pause = 20 * time.Millisecond

var counter int

func main() {
	slots := make(chan bool, 2)
	add := func() {
		slots <- true
		counter++
		<-slots
	}
	go add()
	time.Sleep(pause)
	add()
	fmt.Println("added")
}
