// Closing a channel while another goroutine sends on it, unordered.
// race
package main

import (
	"fmt"
	"time"
)

const pause = 20 * time.Millisecond

func main() {
	c := make(chan int, 2)
	go func() { c <- 1 }()
	time.Sleep(pause)
	close(c)
	for v := range c {
		fmt.Println(v)
	}
}
