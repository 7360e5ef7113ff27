//go:build go1.21

// Before Go 1.22 all iterations share one variable: the goroutine reads what the loop increments.
// race
// vet: loopclosure
package main

import (
	"fmt"
	"time"
)

const pause = 20 * time.Millisecond

func main() {
	done := make(chan bool)
	for i := 0; i < 1; i++ {
		go func() {
			time.Sleep(pause)
			fmt.Println("sees", i)
			done <- true
		}()
	}
	<-done
}
