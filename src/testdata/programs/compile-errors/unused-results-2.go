// Expressions whose value is not used, part two.
package main

import (
	"fmt"
	"strings"
)

type t struct{ f func() int }

func main() {
	x := []int{1}
	fmt.Sprint("fine for gc")
	strings.ToUpper("fine too")
	<-make(chan int)
	nil
	struct{}{}
}
