// The same two places race many times: one report.
// race
package main

import (
	"fmt"
	"time"
)

const pause = 20 * time.Millisecond

var counters [8]int

func main() {
	go func() {
		for i := range counters {
			counters[i] = 1
		}
	}()
	time.Sleep(pause)
	for i := range counters {
		counters[i] = 2
	}
	fmt.Println("counted")
}
