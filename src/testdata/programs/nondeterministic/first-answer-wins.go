// Three equal servers answer; the first one is taken.
package main

import "fmt"

func main() {
	answers := make(chan int, 3)
	for server := range 3 {
		go func() { answers <- server }()
	}
	fmt.Println("server", <-answers)
}
