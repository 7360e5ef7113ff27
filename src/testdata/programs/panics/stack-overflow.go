// Recursion without an end overflows the goroutine's stack, which cannot be recovered.
package main

import "fmt"

func forever(n int) int { return forever(n+1) + 1 }

func main() {
	defer func() { fmt.Println("not recovered", recover()) }()
	fmt.Println("down we go")
	fmt.Println(forever(0))
}
