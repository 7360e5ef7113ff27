// A goroutine computes while main waits for its answer on a channel.
package main

import "fmt"

func sum(numbers []int, result chan<- int) {
	total := 0
	for _, n := range numbers {
		total += n
	}
	result <- total
}

func main() {
	numbers := []int{7, 2, 8, -9, 4, 0}
	left, right := make(chan int), make(chan int)
	go sum(numbers[:len(numbers)/2], left)
	go sum(numbers[len(numbers)/2:], right)
	a, b := <-left, <-right
	fmt.Println(a, b, a+b)
}
