// A worker ranges over a channel that nobody closes; main ends normally.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	jobs := make(chan int)
	var wg sync.WaitGroup
	go func() {
		for job := range jobs {
			fmt.Println("job", job)
			wg.Done()
		}
	}()
	wg.Add(3)
	for i := range 3 {
		jobs <- i
	}
	wg.Wait()
	fmt.Println(runtime.NumGoroutine())
}
