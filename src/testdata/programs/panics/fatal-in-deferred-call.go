// A fatal error in a deferred call shows the panics that it happens in, without asking for texts.
package main

import (
	"fmt"
	"sync"
)

type code int

func (c code) Error() string { return fmt.Sprint("code ", int(c)) }

func main() {
	var mu sync.Mutex
	defer func() { mu.Unlock() }()
	defer func() {
		var m map[string]int
		m["a"] = 1
	}()
	defer func() {
		defer func() { fmt.Println("recovered", recover()) }()
		panic("inner")
	}()
	defer func() { panic("two\nlines") }()
	panic(code(3))
}
