// time.After gives a select a time limit.
package main

import (
	"fmt"
	"time"
)

func fetch(delay time.Duration) <-chan string {
	c := make(chan string, 1)
	go func() {
		time.Sleep(delay)
		c <- "data"
	}()
	return c
}

func main() {
	for _, delay := range []time.Duration{5 * time.Millisecond, 200 * time.Millisecond} {
		select {
		case s := <-fetch(delay):
			fmt.Println("got", s)
		case <-time.After(80 * time.Millisecond):
			fmt.Println("timed out")
		}
	}
	timer := time.NewTimer(time.Hour)
	select {
	case <-timer.C:
		fmt.Println("an hour passed")
	case <-time.After(time.Millisecond):
		fmt.Println("stopped:", timer.Stop(), timer.Stop())
	}
}
