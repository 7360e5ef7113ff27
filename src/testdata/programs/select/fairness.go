// Among several ready cases select picks at random: over many turns each gets a fair share.
package main

import "fmt"

func main() {
	a, b, c := make(chan int), make(chan int), make(chan int)
	for _, ch := range []chan int{a, b, c} {
		close(ch)
	}
	counts := map[string]int{}
	for range 3000 {
		select {
		case <-a:
			counts["a"]++
		case <-b:
			counts["b"]++
		case <-c:
			counts["c"]++
		}
	}
	for _, name := range []string{"a", "b", "c"} {
		fmt.Println(name, counts[name] > 800 && counts[name] < 1200)
	}
}
