// Goroutines that contend for a mutex, a reader-writer lock and an atomic counter.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type account struct {
	mu      sync.Mutex
	balance int
}

func (a *account) add(n int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.balance += n
}

func main() {
	var wg sync.WaitGroup
	var rates sync.RWMutex
	var operations atomic.Int64
	accounts := make([]account, 8)
	rate := 1
	for worker := range 50 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range 400 {
				if i%100 == 99 {
					rates.Lock()
					rate = 1 + (rate+worker)%3
					rate = 1
					rates.Unlock()
				}
				rates.RLock()
				n := i * rate
				rates.RUnlock()
				accounts[(worker+i)%len(accounts)].add(n)
				operations.Add(1)
			}
		}()
	}
	wg.Wait()
	total := 0
	for i := range accounts {
		total += accounts[i].balance
	}
	fmt.Println(operations.Load(), total)
}
