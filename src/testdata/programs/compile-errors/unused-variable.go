// Variables that are declared and never used.
package main

import "fmt"

func main() {
	x := 1
	var y, z int
	y = 2
	for i, v := range []int{1, 2} {
		fmt.Println(i)
	}
	if n := len("x"); true {
	}
	f := func(unusedParameter int) {
		inner := 3
	}
	switch t := any(x).(type) {
	case int:
	}
}
