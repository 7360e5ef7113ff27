// Panics in deferred functions, re-panicking, nested recovery and recovering twice.
package main

import (
	"errors"
	"fmt"
)

func nested() (result string) {
	defer func() {
		result = fmt.Sprint("outer got ", recover())
	}()
	defer func() {
		defer func() {
			fmt.Println("inner got", recover())
			panic("third")
		}()
		panic("second")
	}()
	panic("first")
}

func again() {
	defer func() {
		if r := recover(); r != nil {
			panic(fmt.Errorf("wrapped: %w", r.(error)))
		}
	}()
	panic(errors.New("original"))
}

func notDirectly() {
	defer func() {
		fmt.Println("direct", recover())
	}()
	defer func() {
		helper := func() any { return recover() }
		fmt.Println("helper", helper())
	}()
	panic("only in the deferred function itself")
}

func named() (n int) {
	defer func() {
		recover()
		n *= 2
	}()
	n = 21
	panic("stop")
}

func main() {
	fmt.Println(nested())
	func() {
		defer func() {
			err := recover().(error)
			fmt.Println(err, errors.Unwrap(err))
		}()
		again()
	}()
	notDirectly()
	fmt.Println(named())
	defer fmt.Println("deferred recover:", 1)
	func() {
		defer func() { fmt.Println("nothing left:", recover()) }()
		defer func() { fmt.Println("first:", recover()) }()
		panic("once")
	}()
	func() {
		defer func() {
			r := recover()
			fmt.Printf("%T %v\n", r, r)
		}()
		panic(nil)
	}()
}
