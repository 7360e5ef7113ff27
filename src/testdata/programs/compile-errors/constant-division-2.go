// Division by a constant zero and other impossible constant operations, part two.
package main

import "fmt"

const zero = 0

func main() {
	n := 5
	f := 2.5
	fmt.Println(f/0, f/0.0)
	const p = &n
	fmt.Println(5.5%2, c, d, e, p)
}
