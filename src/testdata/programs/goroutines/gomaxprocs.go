package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

// count adds up what workers find, on as many processors as there are.
func count(workers, each int) (total int64) {
	var wg sync.WaitGroup
	for id := range workers {
		wg.Go(func() {
			local := 0
			for i := range each {
				if i%workers == id {
					local++
				}
				if i%500 == 0 {
					runtime.Gosched()
				}
			}
			atomic.AddInt64(&total, int64(local))
		})
	}
	wg.Wait()
	return total
}

func main() {
	runtime.GOMAXPROCS(3)
	fmt.Println(runtime.GOMAXPROCS(0), runtime.GOMAXPROCS(-5))
	fmt.Println(runtime.GOMAXPROCS(5), runtime.GOMAXPROCS(5), runtime.GOMAXPROCS(5000))
	fmt.Println(runtime.GOMAXPROCS(1), runtime.GOMAXPROCS(0))
	for _, processors := range []int{1, 4, 2, 8, 1} {
		before := runtime.GOMAXPROCS(processors)
		fmt.Println(before, count(6, 3000))
	}

	// Changed while others are at work.
	results := make(chan int)
	for id := range 8 {
		go func() {
			sum := 0
			for i := range 4000 {
				sum += i & id
			}
			results <- sum
		}()
	}
	sum := 0
	for n := range 8 {
		runtime.GOMAXPROCS(8 - n)
		sum += <-results
	}
	fmt.Println(sum, runtime.GOMAXPROCS(0))
}
