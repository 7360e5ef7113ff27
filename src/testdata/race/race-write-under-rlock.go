// Two goroutines write while each holds only the reading half of the lock.
// race
package main

import (
	"fmt"
	"sync"
	"time"
)

const pause = 20 * time.Millisecond

type table struct {
	mu    sync.RWMutex
	count int
}

func (t *table) hit() {
	t.mu.RLock()
	defer t.mu.RUnlock()
	t.count++
}

func main() {
	t := &table{}
	go t.hit()
	time.Sleep(pause)
	t.hit()
	fmt.Println("hit")
}
