// The function of AfterFunc runs in a goroutine of its own.
// race
package main

import (
	"fmt"
	"time"
)

const pause = 20 * time.Millisecond

func main() {
	state := 0
	time.AfterFunc(pause/2, func() { state = 1 })
	time.Sleep(pause)
	fmt.Println(state)
}
