// A goroutine publishes a value by setting a plain variable; the reader sleeps instead of waiting.
// race
package main

import (
	"fmt"
	"time"
)

type result struct{ text string }

func main() {
	var latest *result
	go func() {
		latest = &result{"ready"}
	}()
	time.Sleep(50 * time.Millisecond)
	if latest != nil {
		fmt.Println(latest.text)
	}
}
