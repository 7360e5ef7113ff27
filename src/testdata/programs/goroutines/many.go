// Ten thousand goroutines in a chain pass a number along.
package main

import "fmt"

func pass(left chan<- int, right <-chan int) { left <- 1 + <-right }

func main() {
	const n = 10000
	leftmost := make(chan int)
	right := leftmost
	left := leftmost
	for range n {
		right = make(chan int)
		go pass(left, right)
		left = right
	}
	go func(c chan<- int) { c <- 1 }(right)
	fmt.Println(<-leftmost)
}
