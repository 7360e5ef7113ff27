// copy reads one slice and writes the other.
// race
package main

import (
	"fmt"
	"time"
)

const pause = 20 * time.Millisecond

func main() {
	from, to := make([]byte, 4), make([]byte, 4)
	go func() { from[1] = 1 }()
	time.Sleep(pause)
	copy(to, from)
	fmt.Println(to[0])
}
