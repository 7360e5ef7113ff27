// A generator runs until its quit channel is closed, and says goodbye.
package main

import "fmt"

func fibonacci(out chan<- int, quit <-chan struct{}, bye chan<- string) {
	x, y := 0, 1
	for {
		select {
		case out <- x:
			x, y = y, x+y
		case <-quit:
			bye <- "fibonacci stopped"
			return
		}
	}
}

func main() {
	out, quit, bye := make(chan int), make(chan struct{}), make(chan string)
	go fibonacci(out, quit, bye)
	for range 10 {
		fmt.Print(<-out, " ")
	}
	fmt.Println()
	close(quit)
	fmt.Println(<-bye)
}
