// A goroutine that has waited goes on into calls deeper than fast code may nest.
package main

import "fmt"

func deep(n int) int {
	if n == 0 {
		return 0
	}
	return deep(n-1) + 1
}

func ask(n int) int {
	fmt.Println("ask", n)
	answers := make(chan int)
	go func() { answers <- n }()
	return deep(<-answers)
}

func main() {
	sum := 0
	for i := range 20 {
		sum += ask(50 * i)
	}
	fmt.Println(sum)
}
