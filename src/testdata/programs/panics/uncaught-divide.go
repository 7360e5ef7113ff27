// An integer division by zero that nobody recovers.
package main

import "fmt"

func average(values ...int) int {
	total := 0
	for _, v := range values {
		total += v
	}
	return total / len(values)
}

func main() {
	fmt.Println(average(1, 2, 3))
	fmt.Println(average())
}
