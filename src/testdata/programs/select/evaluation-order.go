// Channels and values of all cases are evaluated once, in source order, before one is chosen.
package main

import "fmt"

func channel(name string, c chan int) chan int {
	fmt.Println("channel", name)
	return c
}

func value(n int) int {
	fmt.Println("value", n)
	return n
}

func main() {
	never := make(chan int)
	buffer := make(chan int, 1)
	select {
	case channel("never", never) <- value(1):
		fmt.Println("impossible")
	case channel("buffer", buffer) <- value(2):
		fmt.Println("sent", <-buffer)
	case x := <-channel("receive", never):
		fmt.Println("impossible", x)
	}
	buffer <- 5
	var m map[string]int
	select {
	case x, ok := <-channel("again", buffer):
		fmt.Println(x, ok, m == nil)
	case <-channel("nil", nil):
	}
}
