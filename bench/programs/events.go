// A simulation of a queue with several counters, driven by a heap of events.
package main

import (
	"container/heap"
	"fmt"
)

type event struct {
	at       int
	customer int
	leaves   bool
}

type agenda []event

func (a agenda) Len() int { return len(a) }
func (a agenda) Less(i, j int) bool {
	return a[i].at < a[j].at || a[i].at == a[j].at && a[i].customer < a[j].customer
}
func (a agenda) Swap(i, j int) { a[i], a[j] = a[j], a[i] }
func (a *agenda) Push(x any)   { *a = append(*a, x.(event)) }
func (a *agenda) Pop() any {
	old := *a
	last := old[len(old)-1]
	*a = old[:len(old)-1]
	return last
}

func main() {
	const customers, counters = 8000, 3
	seed := uint32(1)
	random := func(n uint32) int {
		seed ^= seed << 13
		seed ^= seed >> 17
		seed ^= seed << 5
		return int(seed % n)
	}
	a := &agenda{}
	for i := range customers {
		heap.Push(a, event{at: random(100000), customer: i})
	}
	var waiting []event
	free, waited, longest := counters, 0, 0
	for a.Len() > 0 {
		e := heap.Pop(a).(event)
		if e.leaves {
			free++
		} else {
			waiting = append(waiting, e)
			longest = max(longest, len(waiting))
		}
		for free > 0 && len(waiting) > 0 {
			next := waiting[0]
			waiting = waiting[1:]
			free--
			waited += e.at - next.at
			heap.Push(a, event{at: e.at + 10 + random(50), customer: next.customer, leaves: true})
		}
	}
	fmt.Println(waited, longest)
}
