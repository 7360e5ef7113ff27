// Two writes of one key: the map and its entry are written.
// race
package main

import (
	"fmt"
	"time"
)

const pause = 20 * time.Millisecond

func main() {
	hits := map[string]int{"page": 0}
	go func() { hits["page"] = 1 }()
	time.Sleep(pause)
	hits["page"] = 2
	fmt.Println("counted")
}
