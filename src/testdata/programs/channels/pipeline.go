// Numbers flow through stages that each run in a goroutine.
package main

import "fmt"

func generate(n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 1; i <= n; i++ {
			out <- i
		}
	}()
	return out
}

func apply(in <-chan int, f func(int) int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for v := range in {
			out <- f(v)
		}
	}()
	return out
}

func keep(in <-chan int, ok func(int) bool) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for v := range in {
			if ok(v) {
				out <- v
			}
		}
	}()
	return out
}

func main() {
	squares := apply(generate(10), func(n int) int { return n * n })
	odd := keep(squares, func(n int) bool { return n%2 == 1 })
	for v := range apply(odd, func(n int) int { return n + 1000 }) {
		fmt.Println(v)
	}
}
