// Different fields, elements and variables are different memory.
// race
package main

import (
	"fmt"
	"sync"
)

type pair struct{ left, right int }

func main() {
	var wg sync.WaitGroup
	var both pair
	bytes := make([]byte, 8)
	nested := [2]pair{}
	wg.Add(2)
	go func() {
		defer wg.Done()
		both.left = 1
		bytes[3] = 1
		nested[0].right = 1
	}()
	go func() {
		defer wg.Done()
		both.right = 2
		bytes[4] = 2
		nested[0].left = 2
		nested[1] = pair{3, 4}
	}()
	wg.Wait()
	fmt.Println(both, bytes, nested)
	shared := map[string]int{"a": 1, "b": 2}
	for range 3 {
		wg.Go(func() {
			sum := 0
			for _, v := range shared {
				sum += v + shared["a"] + len(shared)
			}
			if sum != 9 {
				fmt.Println(sum)
			}
		})
	}
	wg.Wait()
}
