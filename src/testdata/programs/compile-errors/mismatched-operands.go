// Binary operators with operands of different types.
package main

import "fmt"

type id int

func main() {
	i, f, s := 1, 2.0, "three"
	var small int8 = 3
	var n id = 4
	fmt.Println(i + f)
	fmt.Println(i + s)
	fmt.Println(s + 1)
	fmt.Println(i + small)
	fmt.Println(n == i)
	fmt.Println(s * 2)
	fmt.Println(i < nil)
	fmt.Println(!i, -s, ^f)
	fmt.Println(i && true)
}
