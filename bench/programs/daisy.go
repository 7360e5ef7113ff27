// Goroutines: a hundred rounds of a chain of a thousand goroutines, each adding one.
package main

func link(left chan<- int, right <-chan int) { left <- <-right + 1 }

func main() {
	sum := 0
	for round := 0; round < 100; round++ {
		leftmost := make(chan int)
		left := leftmost
		for i := 0; i < 1000; i++ {
			right := make(chan int)
			go link(left, right)
			left = right
		}
		left <- 0
		sum += <-leftmost
	}
	println(sum)
}
