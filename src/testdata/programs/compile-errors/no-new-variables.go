// := needs at least one new variable on its left.
package main

import "fmt"

func main() {
	n, err := fmt.Println("a")
	n, err := fmt.Println("b")
	n, _ := fmt.Println("c")
	fmt.Println(n, err)
	list := []int{1}
	list[0] := 2
	list.x := 3
}
