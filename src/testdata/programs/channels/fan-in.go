// Several channels are merged into one; the total does not depend on the order.
package main

import (
	"fmt"
	"sync"
)

func source(start, n int) <-chan int {
	out := make(chan int, 2)
	go func() {
		for i := range n {
			out <- start + i
		}
		close(out)
	}()
	return out
}

func merge(inputs ...<-chan int) <-chan int {
	out := make(chan int)
	var wg sync.WaitGroup
	wg.Add(len(inputs))
	for _, in := range inputs {
		go func(in <-chan int) {
			defer wg.Done()
			for v := range in {
				out <- v
			}
		}(in)
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

func main() {
	count, sum := 0, 0
	for v := range merge(source(100, 10), source(200, 20), source(300, 30)) {
		count++
		sum += v
	}
	fmt.Println(count, sum)
}
