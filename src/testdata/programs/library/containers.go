// container/heap, container/list and container/ring.
package main

import (
	"container/heap"
	"container/list"
	"container/ring"
	"fmt"
)

type task struct {
	name     string
	priority int
	index    int
}

type queue []*task

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i].priority > q[j].priority }
func (q queue) Swap(i, j int) {
	q[i], q[j] = q[j], q[i]
	q[i].index, q[j].index = i, j
}
func (q *queue) Push(x any) {
	t := x.(*task)
	t.index = len(*q)
	*q = append(*q, t)
}
func (q *queue) Pop() any {
	old := *q
	t := old[len(old)-1]
	*q = old[:len(old)-1]
	return t
}

func main() {
	q := queue{}
	tasks := []*task{{name: "mail", priority: 2}, {name: "fire", priority: 9}, {name: "tea", priority: 1}, {name: "call", priority: 5}}
	for _, t := range tasks {
		heap.Push(&q, t)
	}
	tasks[2].priority = 7
	heap.Fix(&q, tasks[2].index)
	heap.Remove(&q, tasks[0].index)
	for q.Len() > 0 {
		t := heap.Pop(&q).(*task)
		fmt.Print(t.name, " ", t.priority, "; ")
	}
	fmt.Println()
	l := list.New()
	two := l.PushBack(2)
	l.PushFront(1)
	l.PushBack(3)
	l.InsertBefore(1.5, two)
	l.MoveToFront(two)
	l.Remove(l.Back())
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	fmt.Println(l.Len(), l.Front().Value)
	r := ring.New(4)
	for i := range r.Len() {
		r.Value = i * i
		r = r.Next()
	}
	r.Move(2).Do(func(v any) { fmt.Print(v, " ") })
	fmt.Println(r.Len())
}
