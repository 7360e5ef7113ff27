// The panics of closed and nil channels.
package main

import "fmt"

func try(name string, f func()) {
	defer func() { fmt.Println(name, "-", recover()) }()
	f()
}

func main() {
	try("send on closed", func() {
		c := make(chan int, 1)
		close(c)
		c <- 1
	})
	try("close twice", func() {
		c := make(chan int)
		close(c)
		close(c)
	})
	try("close nil", func() {
		var c chan int
		close(c)
	})
	try("closed while sending", func() {
		c := make(chan int)
		caught := make(chan any)
		ready := make(chan bool)
		go func() {
			defer func() { caught <- recover() }()
			ready <- true
			c <- 1
		}()
		<-ready
		close(c)
		panic(<-caught)
	})
	try("select send on closed", func() {
		c := make(chan int, 1)
		close(c)
		select {
		case c <- 1:
		default:
		}
	})
}
