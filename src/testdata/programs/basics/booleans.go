// Boolean operators and their short cut, with the order in which operands are evaluated.
package main

import "fmt"

func say(name string, value bool) bool {
	fmt.Print(name, " ")
	return value
}

func main() {
	fmt.Println(say("a", true) && say("b", false) && say("c", true))
	fmt.Println(say("a", false) || say("b", true) || say("c", true))
	fmt.Println(!say("a", false) && (say("b", false) || say("c", true)))
	x, y := 3, 4
	less := x < y
	fmt.Println(less, x == y, x != y, x >= y, less == (x <= y), !less)
	type flag bool
	var on flag = x < y
	fmt.Printf("%v %t %T\n", on, on && !flag(less), on)
	if ok := x+1 == y; ok && less {
		fmt.Println("both")
	}
	words := "apple" < "banana"
	fmt.Println(words, "Zebra" < "apple", "a" < "ab", "" < "a")
}
