// A select without a default whose channels nobody uses.
package main

import "fmt"

func main() {
	a, b := make(chan int), make(chan string)
	fmt.Println("selecting")
	select {
	case n := <-a:
		fmt.Println(n)
	case b <- "x":
		fmt.Println("sent")
	}
}
