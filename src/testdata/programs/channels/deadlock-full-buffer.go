// One value more than the buffer holds.
package main

import "fmt"

func main() {
	c := make(chan int, 2)
	for i := range 3 {
		fmt.Println("put", i)
		c <- i
	}
}
