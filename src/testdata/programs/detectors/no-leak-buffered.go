// With room for the late answer the sender can always finish: nothing leaks.
package main

import (
	"fmt"
	"runtime"
	"time"
)

func ask(delay time.Duration) string {
	answer := make(chan string, 1)
	go func() {
		time.Sleep(delay)
		answer <- "yes"
	}()
	select {
	case a := <-answer:
		return a
	case <-time.After(10 * time.Millisecond):
		return "no answer"
	}
}

func main() {
	fmt.Println(ask(time.Millisecond))
	fmt.Println(ask(30 * time.Millisecond))
	time.Sleep(60 * time.Millisecond)
	fmt.Println(runtime.NumGoroutine())
}
