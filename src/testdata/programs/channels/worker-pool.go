// A pool of workers; results are put in order by the job's number.
package main

import (
	"fmt"
	"sync"
)

type job struct{ id, n int }
type result struct {
	id     int
	factor []int
}

func factor(n int) (list []int) {
	for p := 2; n > 1; p++ {
		for n%p == 0 {
			list = append(list, p)
			n /= p
		}
	}
	return list
}

func main() {
	jobs := make(chan job, 4)
	results := make(chan result, 2)
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range jobs {
				results <- result{j.id, factor(j.n)}
			}
		}()
	}
	numbers := []int{12, 97, 360, 1001, 65536, 9699690, 1, 49}
	go func() {
		for i, n := range numbers {
			jobs <- job{i, n}
		}
		close(jobs)
		wg.Wait()
		close(results)
	}()
	ordered := make([][]int, len(numbers))
	for r := range results {
		ordered[r.id] = r.factor
	}
	for i, n := range numbers {
		fmt.Println(n, ordered[i])
	}
}
