// os.Exit(0) does not hide races.
// race
package main

import (
	"os"
	"time"
)

const pause = 20 * time.Millisecond

var value int

func main() {
	go func() { value = 1 }()
	time.Sleep(pause)
	value = 2
	os.Exit(0)
}
