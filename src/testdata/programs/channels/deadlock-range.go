// The channel is never closed, so the range over it never ends.
package main

import "fmt"

func main() {
	numbers := make(chan int)
	go func() {
		for i := range 3 {
			numbers <- i
		}
	}()
	for n := range numbers {
		fmt.Println(n)
	}
}
