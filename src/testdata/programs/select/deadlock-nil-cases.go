// A select with only nil channels blocks for ever.
package main

import "fmt"

func main() {
	var a, b chan int
	fmt.Println("only nil channels")
	select {
	case <-a:
	case b <- 1:
	}
}
