package main

import (
	"fmt"
	"sync"
	"time"
)

func worker(jobs <-chan int, results chan<- int) {
	for j := range jobs {
		if j%2 == 1 { // odd jobs are slow
			time.Sleep(10 * time.Millisecond)
		}
		results <- j * j
	}
}

func main() {
	jobs := make(chan int, 3)
	results := make(chan int, 2)
	var wg sync.WaitGroup

	for range 3 {
		wg.Go(func() { worker(jobs, results) })
	}

	go func() { // feeder
		for j := 1; j <= 12; j++ {
			jobs <- j
		}
		close(jobs)
		wg.Wait()
		close(results)
	}()

	timeout := time.After(time.Second)
	for {
		select {
		case r, ok := <-results:
			if !ok {
				return
			}
			fmt.Println("got", r)
		case <-timeout:
			fmt.Println("too slow")
			return
		}
	}
}
