// Binary operators with operands of different types, part two.
package main

import "fmt"

type id int

func main() {
	i, f, s := 1, 2.0, "three"
	var small int8 = 3
	var n id = 4
	fmt.Println(!i, -s, ^f)
	fmt.Println(i && true)
}
