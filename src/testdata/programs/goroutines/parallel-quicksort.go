// Quicksort that sorts the two halves in goroutines of their own.
package main

import (
	"fmt"
	"sync"
)

func quicksort(list []int) {
	if len(list) < 2 {
		return
	}
	pivot, small := list[len(list)/2], 0
	large := len(list) - 1
	for i := 0; i <= large; {
		switch {
		case list[i] < pivot:
			list[i], list[small] = list[small], list[i]
			small++
			i++
		case list[i] > pivot:
			list[i], list[large] = list[large], list[i]
			large--
		default:
			i++
		}
	}
	var wg sync.WaitGroup
	wg.Go(func() { quicksort(list[:small]) })
	wg.Go(func() { quicksort(list[large+1:]) })
	wg.Wait()
}

func main() {
	list := make([]int, 60)
	seed := uint32(7)
	for i := range list {
		seed = seed*1664525 + 1013904223
		list[i] = int(seed >> 24)
	}
	quicksort(list)
	fmt.Println(list)
}
