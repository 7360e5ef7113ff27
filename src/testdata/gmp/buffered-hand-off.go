// A producer and a consumer over a channel with room for two.
// gomaxprocs: 1
package main

import "fmt"

func main() {
	c := make(chan int, 2)
	done := make(chan bool)
	go func() {
		for i := range 6 {
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
