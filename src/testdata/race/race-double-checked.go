// The check before the lock is not ordered after the assignment under it.
// race
package main

import (
	"fmt"
	"sync"
	"time"
)

const pause = 20 * time.Millisecond

type config struct{ name string }

var (
	mu     sync.Mutex
	shared *config
)

func get() *config {
	if shared == nil {
		mu.Lock()
		if shared == nil {
			shared = &config{name: "ready"}
		}
		mu.Unlock()
	}
	return shared
}

func main() {
	go get()
	time.Sleep(pause)
	fmt.Println(get().name)
}
