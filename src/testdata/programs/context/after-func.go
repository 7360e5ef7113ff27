// context.AfterFunc runs a function once the context is done, unless stopped.
package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	ran := make(chan string, 2)
	stopFirst := context.AfterFunc(ctx, func() { ran <- "cleaned up" })
	stopSecond := context.AfterFunc(ctx, func() { ran <- "never" })
	fmt.Println(stopSecond(), stopSecond())
	cancel()
	fmt.Println(<-ran, stopFirst(), len(ran))
	timed, cancelTimed := context.WithTimeout(context.Background(), 5*time.Millisecond)
	defer cancelTimed()
	context.AfterFunc(timed, func() { ran <- fmt.Sprint("after ", timed.Err()) })
	fmt.Println(<-ran)
}
