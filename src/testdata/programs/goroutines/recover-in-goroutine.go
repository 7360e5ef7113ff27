// Each goroutine recovers its own panic and reports it as an error.
package main

import (
	"fmt"
	"sync"
)

func guarded(id int, task func(int) int) (result int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("task %d: %v", id, r)
		}
	}()
	return task(id), nil
}

func main() {
	tasks := []func(int) int{
		func(id int) int { return 100 / id },
		func(id int) int { return []int{1, 2, 3}[id] * 10 },
		func(id int) int { return []int{1}[id] },
		func(id int) int { panic("tired") },
	}
	type outcome struct {
		result int
		err    error
	}
	outcomes := make([]outcome, len(tasks))
	var wg sync.WaitGroup
	for id, task := range tasks {
		wg.Go(func() {
			result, err := guarded(id, task)
			outcomes[id] = outcome{result, err}
		})
	}
	wg.Wait()
	for id, o := range outcomes {
		fmt.Println(id, o.result, o.err)
	}
}
