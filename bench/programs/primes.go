// Pipelines: the first 500 primes through a chain of filters, one goroutine a prime.
package main

func count(out chan<- int, limit int) {
	for i := 2; i <= limit; i++ {
		out <- i
	}
	close(out)
}

func filter(in <-chan int, out chan<- int, prime int) {
	for i := range in {
		if i%prime != 0 {
			out <- i
		}
	}
	close(out)
}

func main() {
	ch := make(chan int)
	go count(ch, 3571)
	sum := 0
	for {
		prime, ok := <-ch
		if !ok {
			break
		}
		sum += prime
		next := make(chan int)
		go filter(ch, next, prime)
		ch = next
	}
	println(sum)
}
