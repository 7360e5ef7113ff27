// Sscan, Sscanf and Sscanln read values from text.
package main

import (
	"fmt"
	"strings"
)

func main() {
	var name string
	var age int
	var height float64
	n, err := fmt.Sscan("ann 31 1.72", &name, &age, &height)
	fmt.Println(n, err, name, age, height)
	n, err = fmt.Sscanf("bob-28", "%3s-%d", &name, &age)
	fmt.Println(n, err, name, age)
	n, err = fmt.Sscanf("x:ff 07", "x:%x %d", &age, &n)
	fmt.Println(n, err, age)
	n, err = fmt.Sscan("12 abc", &age, &n)
	fmt.Println(n, err)
	n, err = fmt.Sscan("5", &age, &n)
	fmt.Println(n, err)
	r := strings.NewReader("1 2\n3 4\n")
	for {
		var a, b int
		n, err := fmt.Fscanln(r, &a, &b)
		if err != nil {
			fmt.Println(n, err)
			break
		}
		fmt.Println(a + b)
	}
	var c rune
	var b bool
	n, err = fmt.Sscanf("Q true", "%c %t", &c, &b)
	fmt.Println(n, err, string(c), b)
}
