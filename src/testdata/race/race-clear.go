// clear writes a map; reading before is in no order with it.
// race
package main

import (
	"fmt"
	"time"
)

const pause = 20 * time.Millisecond

func main() {
	m := map[string]int{"a": 1}
	go func() { _ = m["a"] }()
	time.Sleep(pause)
	clear(m)
	fmt.Println("cleared")
}
