// A sieve of goroutines and a token that goes round.
package main

import "fmt"

func generate(ch chan<- int) {
	for i := 2; ; i++ {
		ch <- i
	}
}

func filter(in <-chan int, out chan<- int, prime int) {
	for {
		i := <-in
		if i%prime != 0 {
			out <- i
		}
	}
}

func ring(n, rounds int) int {
	first := make(chan int)
	in := first
	for range n - 1 {
		out := make(chan int)
		go func(in <-chan int, out chan<- int) {
			for v := range in {
				out <- v + 1
			}
			close(out)
		}(in, out)
		in = out
	}
	last := in
	token := 0
	for range rounds {
		first <- token
		token = <-last
	}
	close(first)
	_, ok := <-last
	if ok {
		panic("still open")
	}
	return token
}

func main() {
	ch := make(chan int)
	go generate(ch)
	for range 25 {
		prime := <-ch
		fmt.Print(prime, " ")
		ch1 := make(chan int)
		go filter(ch, ch1, prime)
		ch = ch1
	}
	fmt.Println()
	fmt.Println(ring(100, 10))
}
