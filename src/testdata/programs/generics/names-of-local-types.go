// What %T says of types that functions declare, alone and as type arguments of others.
package main

import (
	"errors"
	"fmt"
	"reflect"
	"sync/atomic"
)

type Stack[T any] struct{ items []T }

type Table[K comparable, V any] map[K]V

func inside[A any]() {
	type local struct{ a A }
	type pair[B any] struct {
		a A
		b B
	}
	type number int
	fmt.Printf("%T %T %T %T\n", local{}, pair[int]{}, number(1), Stack[local]{})
	fmt.Printf("%v %T %T\n", reflect.TypeFor[pair[local]](), []local{}, pair[pair[string]]{})
	fmt.Println(reflect.TypeFor[local]().Name(), reflect.TypeFor[pair[A]]().Name())
	{
		type local struct{ x int }
		fmt.Printf("%T %T\n", local{}, Stack[local]{})
	}
	defer func() { fmt.Println(recover()) }()
	var x any = local{}
	fmt.Println(x.(pair[int]))
}

func (s Stack[T]) describe() {
	type view struct{ t T }
	fmt.Printf("%T %T\n", view{}, s)
	func() {
		type view struct{}
		fmt.Printf("%T\n", view{})
	}()
}

func main() {
	type key int
	type item struct {
		name string
		key
	}
	fmt.Printf("%T %T %T\n", item{}, Stack[item]{}, Stack[*Stack[[]item]]{})
	fmt.Printf("%T %T\n", Table[key, Stack[item]]{}, Table[string, func(key) <-chan item]{})
	fmt.Printf("%T\n", Stack[struct {
		a int
		B key
		item
		*key
	}]{})
	fmt.Printf("%T %T\n", &atomic.Pointer[item]{}, Stack[interface{ M(item) (int, error) }]{})
	fmt.Printf("%#v %+v\n", Stack[item]{}, Stack[item]{})
	inside[int]()
	inside[item]()
	inside[Stack[key]]()
	Stack[key]{}.describe()
	Stack[string]{}.describe()
	defer func() { fmt.Println(errors.New(fmt.Sprint(recover()))) }()
	var x any = Stack[item]{}
	fmt.Println(x.(Stack[key]))
}
