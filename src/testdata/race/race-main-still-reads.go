// The write comes second: the read before it is shown as the previous access.
// race
package main

import (
	"fmt"
	"time"
)

const pause = 20 * time.Millisecond

func main() {
	value := 1
	done := make(chan bool)
	go func() {
		time.Sleep(pause)
		value = 2
		done <- true
	}()
	fmt.Println(value)
	<-done
}
