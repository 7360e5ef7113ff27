// A deferred nil function panics when it would run: with arguments or results in gc's own wrapper.
package main

import (
	"errors"
	"fmt"
)

type hooks struct {
	done  func()
	after func(string) error
}

func recovered(h hooks, which int) (text string) {
	defer func() { text = fmt.Sprint(recover()) }()
	if which == 0 {
		defer h.done()
	} else {
		defer h.after("the end")
	}
	fmt.Println("body of", which)
	return "not reached"
}

func main() {
	fmt.Println(recovered(hooks{}, 0))
	fmt.Println(recovered(hooks{}, 1))
	fmt.Println(recovered(hooks{done: func() {}, after: func(string) error { return nil }}, 1))
	defer func() {
		var reason func(error) string
		defer reason(errors.New("two"))
		panic("one")
	}()
}
