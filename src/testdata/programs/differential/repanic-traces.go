// A deferred call that recovers and panics anew is still on the stack when the program ends, the
// signal of a nil dereference is still shown, and deferred calls that have returned are not.
package main

import (
	"errors"
	"fmt"
)

func fail() {
	var p *int
	fmt.Println(*p)
}

func main() {
	defer fmt.Println("at the end", 1)
	defer func() {
		r := recover()
		panic(fmt.Errorf("again %v: %w", r, errors.New("inner")))
	}()
	fail()
}
