// A WaitGroup can be waited for by several goroutines and used again.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Wait()
	for round := range 3 {
		sums := make([]int, 4)
		wg.Add(len(sums))
		for i := range sums {
			go func() {
				defer wg.Done()
				for k := range (i + 1) * 10 {
					sums[i] += k * (round + 1)
				}
			}()
		}
		wg.Wait()
		fmt.Println(round, sums)
	}
	var start, done sync.WaitGroup
	start.Add(1)
	total := make(chan int, 3)
	for i := range 3 {
		done.Go(func() {
			start.Wait()
			total <- i
		})
	}
	fmt.Println(len(total))
	start.Done()
	done.Wait()
	fmt.Println(len(total))
}
