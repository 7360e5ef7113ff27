// An unbuffered send waits for its receiver: the steps of both alternate.
package main

import "fmt"

func main() {
	work := make(chan int)
	ack := make(chan bool)
	go func() {
		for n := range work {
			fmt.Println("received", n)
			ack <- n%2 == 0
		}
		close(ack)
	}()
	for i := 1; i <= 3; i++ {
		fmt.Println("sending", i)
		work <- i
		fmt.Println("even:", <-ack)
	}
	close(work)
	_, ok := <-ack
	fmt.Println("open:", ok, len(work), cap(work))
}
