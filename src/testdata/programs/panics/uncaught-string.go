// An uncaught panic prints its value and the goroutine's stack, and exits with 2.
package main

import "fmt"

func inner(n int) {
	if n == 0 {
		panic("nothing left to do")
	}
	inner(n - 1)
}

func main() {
	defer fmt.Println("deferred calls still run")
	fmt.Println("before")
	inner(2)
	fmt.Println("never")
}
