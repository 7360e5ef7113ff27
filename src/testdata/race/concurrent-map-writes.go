// Two goroutines that write one map in loops without a lock are stopped by the runtime.
// gomaxprocs: 2
package main

import "fmt"

func main() {
	m := map[int]int{}
	go func() {
		for i := 0; ; i++ {
			m[i%8]++
		}
	}()
	fmt.Println("writing")
	for i := 0; ; i++ {
		m[i%8]--
	}
}
