// Channels order memory: buffered slots, closing, and both ends of an unbuffered one.
// race
package main

import (
	"fmt"
	"sync"
)

func main() {
	// Capacity 1 as a lock.
	lock := make(chan bool, 1)
	count := 0
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 10 {
				lock <- true
				count++
				<-lock
			}
		}()
	}
	wg.Wait()
	fmt.Println(count)
	// A close comes before the receive that it ends.
	text := ""
	closed := make(chan struct{})
	go func() {
		text = "closed"
		close(closed)
	}()
	<-closed
	fmt.Println(text)
	// A receive comes before the send of an unbuffered channel is over.
	c := make(chan int)
	go func() {
		text = "received"
		<-c
	}()
	c <- 1
	fmt.Println(text)
	// The owner of a buffer changes with the pointer.
	type buffer struct{ n int }
	work, back := make(chan *buffer, 2), make(chan *buffer, 2)
	go func() {
		for b := range work {
			b.n *= 2
			back <- b
		}
		close(back)
	}()
	for i := range 3 {
		b := &buffer{n: i}
		b.n++
		work <- b
		fmt.Println((<-back).n)
	}
	close(work)
}
