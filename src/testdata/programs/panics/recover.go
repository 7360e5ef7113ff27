// recover stops a panic in a deferred function and returns the panic's value.
package main

import (
	"errors"
	"fmt"
)

func safely(name string, f func()) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%s: %v (%T)", name, r, r)
		}
	}()
	f()
	return nil
}

type custom struct{ code int }

func main() {
	var m map[string]int
	var p *custom
	list := []int{1, 2, 3}
	index := 5
	zero := 0
	var v any = "text"
	fmt.Println(safely("fine", func() {}))
	fmt.Println(safely("string", func() { panic("oops") }))
	fmt.Println(safely("error", func() { panic(errors.New("bad thing")) }))
	fmt.Println(safely("struct", func() { panic(custom{7}) }))
	fmt.Println(safely("nil map", func() { m["a"] = 1 }))
	fmt.Println(safely("nil pointer", func() { fmt.Println(p.code) }))
	fmt.Println(safely("index", func() { fmt.Println(list[index]) }))
	fmt.Println(safely("divide", func() { fmt.Println(1 / zero) }))
	fmt.Println(safely("assertion", func() { fmt.Println(v.(int)) }))
	fmt.Println(safely("nil func", func() { var f func(); f() }))
	fmt.Println(recover())
	func() {
		defer fmt.Println("recovered outside:", recover())
	}()
	fmt.Println("end")
}
