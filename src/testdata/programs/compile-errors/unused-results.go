// Expressions whose value is not used.
package main

import (
	"fmt"
	"strings"
)

type t struct{ f func() int }

func main() {
	x := []int{1}
	x[0]
	-x[0]
	x == nil
	"text"
	func() {}
	t{}.f
	*new(int)
	fmt.Sprint("fine for gc")
	strings.ToUpper("fine too")
	int(5)
	<-make(chan int)
	(len)(x)
	nil
	struct{}{}
}
