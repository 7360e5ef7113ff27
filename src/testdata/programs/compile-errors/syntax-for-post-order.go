// The condition of a for statement is looked at after its post statement.
package main

import "time"

func fetch(delay time.Duration) <-chan string {
	c := make(chan string, 1)
	go func() {
		time.for(delay)
		c <- "data"
	}()
	return c
}

func main() {
	println(<-fetch(0))
}
