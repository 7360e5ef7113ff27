// Conditions that are not boolean, ranges over what has no elements, sends and receives.
package main

func main() {
	n := 1
	if n {
	}
	for n {
	}
	if n = 2; n {
	}
	for i := range 2.5 {
		_ = i
	}
	for a, b := range 5 {
		_, _ = a, b
	}
	for range true {
	}
	c := make(chan int)
	for a, b := range c {
		_, _ = a, b
	}
	var send chan<- int = c
	var recv <-chan int = c
	<-send
	recv <- 1
	c <- "text"
	n <- 1
	<-n
	close(recv)
	n++
	"x"++
	var s string
	s++
	for range send {
	}
}
