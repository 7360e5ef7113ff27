// Two goroutines append to one slice variable.
// race
package main

import (
	"fmt"
	"time"
)

const pause = 20 * time.Millisecond

func main() {
	list := make([]int, 0, 8)
	go func() { list = append(list, 1) }()
	time.Sleep(pause)
	list = append(list, 2)
	fmt.Println("appended")
}
