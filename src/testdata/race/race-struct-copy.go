// Copying a struct reads all of its fields.
// race
package main

import (
	"fmt"
	"time"
)

const pause = 20 * time.Millisecond

type point struct{ x, y int }

func main() {
	var where point
	done := make(chan bool, 1)
	go func() {
		where.y = 2
		done <- true
	}()
	time.Sleep(pause)
	here := where
	<-done
	fmt.Println(here.x)
}
