// Both channels are ready: select takes either.
package main

import "fmt"

func main() {
	a, b := make(chan string, 1), make(chan string, 1)
	a <- "first channel"
	b <- "second channel"
	select {
	case s := <-a:
		fmt.Println(s)
	case s := <-b:
		fmt.Println(s)
	}
}
