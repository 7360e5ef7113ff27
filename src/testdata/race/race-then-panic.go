// A panic ends the program as ever.
// race
package main

import (
	"time"
)

const pause = 20 * time.Millisecond

var value int

func main() {
	go func() { value = 1 }()
	time.Sleep(pause)
	value = 2
	panic("over")
}
