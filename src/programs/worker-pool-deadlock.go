package main

import (
	"fmt"
	"sync"
)

func worker(jobs <-chan int, results chan<- int) {
	for j := range jobs {
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

	for j := 1; j <= 5; j++ {
		jobs <- j
	}
	close(jobs)
	wg.Wait()
	close(results)

	for r := range results {
		fmt.Println("got", r)
	}
}
