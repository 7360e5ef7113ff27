// A ticker drops ticks for a slow receiver.
package main

import (
	"fmt"
	"time"
)

func main() {
	ticker := time.NewTicker(10 * time.Millisecond)
	defer ticker.Stop()
	time.Sleep(75 * time.Millisecond)
	count := 0
	for {
		select {
		case <-ticker.C:
			count++
			continue
		default:
		}
		break
	}
	fmt.Println("waiting ticks:", count)
}
