// A reusable barrier: no goroutine enters a round before all have finished the last one.
package main

import (
	"fmt"
	"sync"
)

type barrier struct {
	mu      sync.Mutex
	cond    *sync.Cond
	size    int
	waiting int
	round   int
}

func newBarrier(size int) *barrier {
	b := &barrier{size: size}
	b.cond = sync.NewCond(&b.mu)
	return b
}

func (b *barrier) wait() {
	b.mu.Lock()
	defer b.mu.Unlock()
	round := b.round
	b.waiting++
	if b.waiting == b.size {
		b.waiting = 0
		b.round++
		b.cond.Broadcast()
		return
	}
	for round == b.round {
		b.cond.Wait()
	}
}

func main() {
	const workers, rounds = 4, 3
	b := newBarrier(workers)
	var mu sync.Mutex
	var wg sync.WaitGroup
	inRound := [rounds]int{}
	early := 0
	for range workers {
		wg.Go(func() {
			for r := range rounds {
				mu.Lock()
				if r > 0 && inRound[r-1] != workers {
					early++
				}
				inRound[r]++
				mu.Unlock()
				b.wait()
			}
		})
	}
	wg.Wait()
	fmt.Println(inRound, "early", early)
}
