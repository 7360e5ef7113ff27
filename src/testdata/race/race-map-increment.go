// An increment of a map entry from two goroutines.
// race
package main

import (
	"fmt"
	"time"
)

const pause = 20 * time.Millisecond

func main() {
	hits := map[int]int{}
	go func() { hits[7]++ }()
	time.Sleep(pause)
	hits[7]++
	fmt.Println("counted")
}
