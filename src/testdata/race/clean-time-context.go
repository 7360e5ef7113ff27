// Timers come after what started them; contexts after what cancelled them.
// race
package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	state := 0
	done := make(chan bool)
	state = 1
	time.AfterFunc(time.Millisecond, func() {
		state++
		close(done)
	})
	<-done
	fmt.Println(state)

	ctx, cancel := context.WithCancel(context.WithValue(context.Background(), "k", &state))
	go func() {
		state = 5
		cancel()
	}()
	<-ctx.Done()
	fmt.Println(*ctx.Value("k").(*int), ctx.Err())

	late, stop := context.WithTimeout(context.Background(), time.Millisecond)
	defer stop()
	select {
	case <-late.Done():
		fmt.Println(late.Err())
	case <-time.After(time.Second):
		fmt.Println("too late")
	}
	ticker := time.NewTicker(time.Millisecond)
	for range 3 {
		<-ticker.C
	}
	ticker.Stop()
}
