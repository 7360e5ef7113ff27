// A named result that a goroutine still writes after the return.
// race
package main

import (
	"fmt"
	"time"
)

const pause = 20 * time.Millisecond

func compute() (result int) {
	go func() { result = 1 }()
	time.Sleep(pause)
	return
}

func main() {
	fmt.Println(compute())
}
