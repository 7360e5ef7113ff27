// Strings, slices, interfaces and functions in shared variables.
// race
package main

import (
	"fmt"
	"time"
)

const pause = 20 * time.Millisecond

func main() {
	name := "a"
	var value any
	action := func() {}
	numbers := []int{1}
	go func() {
		name = "b"
		value = 1
		action = nil
		numbers = nil
	}()
	time.Sleep(pause)
	fmt.Println(len(name))
	fmt.Println(value != nil)
	if action != nil {
		fmt.Println("there")
	}
	fmt.Println(len(numbers))
}
