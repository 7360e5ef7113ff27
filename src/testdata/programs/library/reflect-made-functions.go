// A function made by reflection recovers as the function that it was made of would.
package main

import (
	"fmt"
	"reflect"
)

func made(f func()) func() {
	fn := reflect.MakeFunc(reflect.TypeOf(f), func([]reflect.Value) []reflect.Value {
		fmt.Println("in", recover())
		return nil
	})
	return fn.Interface().(func())
}

func helper() { fmt.Println("helper", recover()) }

type T struct{ n int }

func (t T) Close()      { fmt.Println("close", t.n, recover()) }
func (t *T) CloseLate() { fmt.Println("late", t.n, recover()) }

func main() {
	func() {
		defer made(nil)()
		panic("first")
	}()
	func() {
		defer func() { fmt.Println("outer", recover()) }()
		defer func() { made(nil)() }()
		panic("second")
	}()
	func() {
		defer func() { fmt.Println("outer", recover()) }()
		defer reflect.MakeFunc(reflect.TypeOf(helper), func([]reflect.Value) []reflect.Value {
			helper()
			return nil
		}).Interface().(func())()
		panic("third")
	}()
	func() {
		defer reflect.ValueOf(T{1}).Method(0).Interface().(func())()
		panic("fourth")
	}()
	func() {
		defer reflect.ValueOf(&T{2}).MethodByName("CloseLate").Interface().(func())()
		panic("fifth")
	}()
	func() {
		defer func() { fmt.Println("outer", recover()) }()
		defer reflect.ValueOf(helper).Call(nil)
		panic("sixth")
	}()
	func() {
		defer func() { fmt.Println("outer", recover()) }()
		defer reflect.ValueOf(T{3}).Method(0).Call(nil)
		panic("seventh")
	}()
	made(nil)()
}
