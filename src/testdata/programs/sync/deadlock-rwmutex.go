// A reader that wants to write while it still reads, with another one waiting.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var rw sync.RWMutex
	rw.RLock()
	go func() {
		time.Sleep(10 * time.Millisecond)
		rw.RLock()
		fmt.Println("never")
	}()
	fmt.Println("upgrading")
	rw.Lock()
}
