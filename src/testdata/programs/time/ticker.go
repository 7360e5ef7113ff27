// A ticker ticks until it is stopped; Reset changes its period.
package main

import (
	"fmt"
	"time"
)

func main() {
	ticker := time.NewTicker(20 * time.Millisecond)
	done := time.After(110 * time.Millisecond)
	n := 0
loop:
	for {
		select {
		case t := <-ticker.C:
			n++
			fmt.Println("tick", n, !t.IsZero())
			if n == 3 {
				ticker.Stop()
			}
		case <-done:
			break loop
		}
	}
	fmt.Println("ticks", n)
	ticker.Reset(5 * time.Millisecond)
	<-ticker.C
	ticker.Stop()
	select {
	case <-ticker.C:
		fmt.Println("a tick after Stop")
	case <-time.After(30 * time.Millisecond):
		fmt.Println("quiet")
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		time.NewTicker(0)
	}()
}
