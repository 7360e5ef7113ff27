//go:build go1.21

package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			fmt.Println(i)
		}()
	}
	for i, v := range []string{"a"} {
		if i > 0 {
			defer func() { fmt.Println(i, v) }()
		} else {
			go func(i int) { fmt.Println(i, v) }(i)
		}
	}
	for i := range []int{1, 2} {
		go func() { fmt.Println(i) }()
		wg.Wait()
	}
	wg.Wait()
}
