// A panic in a deferred call while another is under way prints both.
package main

import "errors"

func main() {
	defer func() {
		panic(errors.New("while closing"))
	}()
	defer func() {
		defer func() { recover() }()
		panic("handled")
	}()
	panic("while writing")
}
