// Each goroutine started in a loop sees its own loop variable.
package main

import (
	"fmt"
	"sync"
)

func main() {
	squares := make([]int, 5)
	var wg sync.WaitGroup
	for i := range squares {
		wg.Add(1)
		go func() {
			defer wg.Done()
			squares[i] = i * i
		}()
	}
	wg.Wait()
	fmt.Println(squares)

	words := []string{"go", "is", "fun"}
	lengths := make(map[string]int)
	var mu sync.Mutex
	for _, word := range words {
		wg.Go(func() {
			mu.Lock()
			defer mu.Unlock()
			lengths[word] = len(word)
		})
	}
	wg.Wait()
	fmt.Println(lengths)
}
