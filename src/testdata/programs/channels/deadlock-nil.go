// Operations on a nil channel block for ever.
package main

import "fmt"

func main() {
	var c chan int
	go func() { c <- 1 }()
	fmt.Println("receiving from nil")
	fmt.Println(<-c)
}
