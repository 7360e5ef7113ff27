// Writes to different elements of a slice do not race; writes to the same one do.
// race
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var wg sync.WaitGroup
	parts := make([]int, 4)
	for i := range parts {
		wg.Add(1)
		go func() {
			defer wg.Done()
			parts[i] = i
		}()
	}
	wg.Wait()
	fmt.Println(parts)
	shared := make([]int, 1)
	wg.Add(1)
	go func() {
		defer wg.Done()
		shared[0] = 1
	}()
	time.Sleep(50 * time.Millisecond)
	shared[0] = 2
	wg.Wait()
	fmt.Println("shared")
}
