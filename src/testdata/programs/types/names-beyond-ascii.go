// Names of types, fields, methods and functions in other alphabets, wherever a program sees them.
package main

import (
	"fmt"
	"reflect"
	"runtime"
)

type Größe int

func (Größe) Länge() int { return 3 }

type 世 struct {
	ñ int
	Ü string `größe:"früh"`
}

type Kiste[T any] struct{ Inhalt T }

type measured interface{ Länge() int }

func 名() string {
	pc, _, _, _ := runtime.Caller(0)
	return runtime.FuncForPC(pc).Name()
}

func main() {
	fmt.Printf("%T %T %T %8T|%-8T|\n", Größe(1), Kiste[Größe]{}, struct{ Ä 世 }{}, 世{}, 世{})
	fmt.Printf("%+v %#v %v\n", 世{1, "ü"}, 世{}, []any{世{}})

	t := reflect.TypeFor[世]()
	fmt.Println(t, t.Name(), len(t.String()), t.Field(0).Name, t.Field(1).Tag.Get("größe"))
	field, ok := t.FieldByName("Ü")
	fmt.Println(field.Name, ok, reflect.ValueOf(世{2, "x"}).FieldByName("Ü"))
	method, ok := reflect.TypeFor[Größe]().MethodByName("Länge")
	fmt.Println(method.Name, ok, reflect.ValueOf(Größe(1)).MethodByName("Länge").Call(nil)[0])
	fmt.Println(名())

	defer func() {
		fmt.Println(recover())
		var m map[any]int
		defer func() { fmt.Println(recover()) }()
		fmt.Println(m[[]世{}])
	}()
	var x any = 世{}
	fmt.Println(x.(measured))
}
