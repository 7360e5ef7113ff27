// A bounded queue made of a slice, a mutex and two condition variables.
package main

import (
	"fmt"
	"sync"
)

type Queue struct {
	mu              sync.Mutex
	notFull, filled *sync.Cond
	items           []int
	limit           int
}

func NewQueue(limit int) *Queue {
	q := &Queue{limit: limit}
	q.notFull, q.filled = sync.NewCond(&q.mu), sync.NewCond(&q.mu)
	return q
}

func (q *Queue) Put(v int) {
	q.mu.Lock()
	for len(q.items) == q.limit {
		q.notFull.Wait()
	}
	q.items = append(q.items, v)
	q.mu.Unlock()
	q.filled.Signal()
}

func (q *Queue) Take() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 {
		q.filled.Wait()
	}
	v := q.items[0]
	q.items = q.items[1:]
	q.notFull.Signal()
	return v
}

func main() {
	q := NewQueue(3)
	go func() {
		for i := range 10 {
			q.Put(i * i)
		}
	}()
	for range 10 {
		fmt.Print(q.Take(), " ")
	}
	fmt.Println()
}
