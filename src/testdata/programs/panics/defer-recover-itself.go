// recover deferred itself is too early; methods called through reflection recover like others.
package main

import (
	"fmt"
	"reflect"
)

type T struct{}

func (T) M() { fmt.Println("method:", recover()) }

func itself() {
	defer func() { fmt.Println("function:", recover()) }()
	defer recover()
	panic(1)
}

func bound() {
	defer reflect.ValueOf(T{}).Method(0).Interface().(func())()
	panic(2)
}

func main() {
	itself()
	bound()
}
