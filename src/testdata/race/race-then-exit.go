// os.Exit with a code of its own keeps it.
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
	os.Exit(3)
}
