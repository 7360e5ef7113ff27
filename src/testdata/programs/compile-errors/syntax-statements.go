// Statements that do not parse.
package main

import "fmt"

func main() {
	x = := 5
	var 1x int
	if x == 1
		fmt.Println("x")
	for i := 0; i < 3 {
	}
}
