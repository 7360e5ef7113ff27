// A worker of a generic scheduler that dies of a nil interface.
package main

import (
	"fmt"
	"sync"
	"time"
)

type Task interface{ Run(depth int) error }

type recurse struct{ name string }

func (r recurse) Run(depth int) error {
	if depth == 0 {
		var t Task
		return t.Run(1)
	}
	return r.Run(depth - 1)
}

type scheduler[T Task] struct {
	q  chan T
	wg sync.WaitGroup
}

func (s *scheduler[T]) start(n int) {
	for i := 0; i < n; i++ {
		s.wg.Add(1)
		go s.loop(i)
	}
}

func (s *scheduler[T]) loop(id int) {
	defer s.wg.Done()
	for t := range s.q {
		if err := t.Run(3); err != nil {
			fmt.Println(id, err)
		}
	}
}

func main() {
	s := &scheduler[recurse]{q: make(chan recurse)}
	s.start(1)
	fmt.Println("started")
	s.q <- recurse{"x"}
	close(s.q)
	s.wg.Wait()
	time.Sleep(time.Second)
	fmt.Println("unreachable")
}
