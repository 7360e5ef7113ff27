// Contention: four workers take 200,000 jobs from a buffered channel and share a map.
package main

import "sync"

func work(jobs <-chan int, mu *sync.Mutex, totals map[int]int, wg *sync.WaitGroup) {
	for j := range jobs {
		key, value := j%1000, j*j%7+1
		mu.Lock()
		totals[key] += value
		mu.Unlock()
	}
	wg.Done()
}

func main() {
	jobs := make(chan int, 64)
	totals := make(map[int]int)
	var mu sync.Mutex
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go work(jobs, &mu, totals, &wg)
	}
	for i := 0; i < 200_000; i++ {
		jobs <- i
	}
	close(jobs)
	wg.Wait()
	sum := 0
	for k := 0; k < 1000; k++ {
		sum += totals[k]
	}
	println(sum)
}
