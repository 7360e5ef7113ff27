// Philosophers who take the fork with the lower number first never block each other for good.
package main

import (
	"fmt"
	"sync"
)

type table struct {
	forks [5]sync.Mutex
	meals [5]int
}

func (t *table) dine(seat, times int) {
	low, high := seat, (seat+1)%len(t.forks)
	if low > high {
		low, high = high, low
	}
	for range times {
		t.forks[low].Lock()
		t.forks[high].Lock()
		t.meals[seat]++
		t.forks[high].Unlock()
		t.forks[low].Unlock()
	}
}

func main() {
	var t table
	var wg sync.WaitGroup
	for seat := range t.forks {
		wg.Go(func() { t.dine(seat, 3) })
	}
	wg.Wait()
	fmt.Println(t.meals)
}
