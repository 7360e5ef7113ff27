// A producer and a consumer over an unbuffered channel: runs of two.
// gomaxprocs: 1
package main

import "fmt"

func main() {
	c := make(chan int)
	done := make(chan bool)
	go func() {
		for i := range 4 {
			c <- i
			fmt.Print(100+i, " ")
		}
		close(c)
	}()
	go func() {
		for v := range c {
			fmt.Print(200+v, " ")
		}
		close(done)
	}()
	<-done
	fmt.Println()
}
