package main

import (
	"errors"
	"fmt"
)

type myError struct{}

func (*myError) Error() string { return "my" }

type valueError struct{}

func (valueError) Error() string { return "value" }

type plain struct{}

func main() {
	err := errors.New("x")
	var m *myError
	var v valueError
	var e error
	var i interface{ Timeout() bool }
	var p plain
	var a any
	fmt.Println(errors.As(err, &m))
	fmt.Println(errors.As(err, m))
	fmt.Println(errors.As(err, &v))
	fmt.Println(errors.As(err, v))
	fmt.Println(errors.As(err, &e))
	fmt.Println(errors.As(err, &i))
	fmt.Println(errors.As(err, &p))
	fmt.Println(errors.As(err, a))
}
