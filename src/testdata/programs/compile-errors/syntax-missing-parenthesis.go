// A call that is not closed before the end of its line.
package main

import "fmt"

func main() {
	fmt.Println("a", 1
	fmt.Println("b")
}
