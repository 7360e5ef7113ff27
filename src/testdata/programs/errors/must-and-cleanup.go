// A deferred function adds to the error that a function returns.
package main

import (
	"errors"
	"fmt"
)

type resource struct {
	name   string
	broken bool
}

func (r *resource) Close() error {
	if r.broken {
		return errors.New("cannot close " + r.name)
	}
	fmt.Println("closed", r.name)
	return nil
}

func use(r *resource, fail bool) (n int, err error) {
	defer func() {
		if cerr := r.Close(); cerr != nil {
			err = errors.Join(err, cerr)
		}
	}()
	if fail {
		return 0, errors.New("use failed")
	}
	return 42, nil
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func main() {
	fmt.Println(use(&resource{"a", false}, false))
	fmt.Println(use(&resource{"b", false}, true))
	n, err := use(&resource{"c", true}, true)
	fmt.Printf("%d %q\n", n, err.Error())
	fmt.Println(must(use(&resource{"d", false}, false)))
	fmt.Println(must(use(&resource{"e", true}, false)))
}
