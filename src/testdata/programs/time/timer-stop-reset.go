// Stop and Reset say whether the timer was still running, and leave no stale value behind.
package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTimer(time.Hour)
	fmt.Println(t.Stop(), t.Stop())
	fmt.Println(t.Reset(10 * time.Millisecond))
	<-t.C
	fmt.Println(t.Stop(), t.Reset(time.Hour), t.Reset(5*time.Millisecond))
	time.Sleep(20 * time.Millisecond)
	fmt.Println("fired unseen:", t.Reset(30*time.Millisecond), len(t.C), cap(t.C))
	start := time.Now()
	<-t.C
	fmt.Println(time.Since(start) > 20*time.Millisecond)
	select {
	case <-t.C:
		fmt.Println("stale")
	default:
		fmt.Println("empty")
	}
}
