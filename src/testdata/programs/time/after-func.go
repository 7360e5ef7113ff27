// AfterFunc runs its function in a goroutine of its own, unless stopped first.
package main

import (
	"fmt"
	"time"
)

func main() {
	done := make(chan string, 3)
	time.AfterFunc(20*time.Millisecond, func() { done <- "second" })
	time.AfterFunc(5*time.Millisecond, func() { done <- "first" })
	never := time.AfterFunc(time.Hour, func() { done <- "never" })
	fmt.Println(<-done, <-done, never.Stop(), never.Stop())
	again := 0
	var timer *time.Timer
	finished := make(chan bool)
	timer = time.AfterFunc(time.Millisecond, func() {
		again++
		if again < 3 {
			timer.Reset(time.Millisecond)
			return
		}
		close(finished)
	})
	<-finished
	fmt.Println(again, timer.C == nil)
}
