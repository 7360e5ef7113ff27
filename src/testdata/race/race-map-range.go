// Ranging over a map while another goroutine has written it.
// race
package main

import (
	"fmt"
	"time"
)

const pause = 20 * time.Millisecond

func main() {
	ages := map[string]int{"ann": 1}
	go func() { ages["bob"] = 2 }()
	time.Sleep(pause)
	sum := 0
	for _, age := range ages {
		sum += age
	}
	fmt.Println(sum > 0)
}
