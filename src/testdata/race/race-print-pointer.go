// Printing what a pointer points to reads it.
// race
package main

import (
	"fmt"
	"time"
)

const pause = 20 * time.Millisecond

type order struct{ id, total int }

func main() {
	o := &order{id: 1}
	go func() { o.total = 5 }()
	time.Sleep(pause)
	text := fmt.Sprint(o)
	fmt.Println(len(text) > 0)
}
