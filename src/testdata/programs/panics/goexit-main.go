// When main calls Goexit and no goroutine is left, the runtime reports a deadlock.
package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	go func() {
		time.Sleep(10 * time.Millisecond)
		fmt.Println("goroutine is done")
	}()
	defer fmt.Println("main deferred")
	runtime.Goexit()
}
