// What a failed type assertion says, for concrete types, interfaces and missing methods.
package main

import (
	"errors"
	"fmt"
)

type Shape interface {
	Area() float64
	Name() string
}

type Square struct{}

func (Square) Area() float64 { return 1 }

type Round struct{}

func (*Round) Area() float64 { return 3 }
func (*Round) Name() string  { return "round" }

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	var empty any
	var number any = 42
	var text any = "text"
	var err error = errors.New("x")
	var square any = Square{}
	var round any = Round{}
	try(func() { _ = empty.(int) })
	try(func() { _ = empty.(Shape) })
	try(func() { _ = number.(string) })
	try(func() { _ = number.(float64) })
	try(func() { _ = text.([]byte) })
	try(func() { _ = text.(fmt.Stringer) })
	try(func() { _ = square.(Shape) })
	try(func() { _ = round.(Shape) })
	try(func() { _ = square.(*Square) })
	try(func() { _ = err.(Shape) })
	try(func() { _ = err.(interface{ Unwrap() error }) })
	try(func() { var s Shape; _ = s.(*Round) })
	try(func() { _ = number.(func(int) string) })
	try(func() { _ = number.(map[string]struct{ x int }) })
	try(func() { var a, b any = []int{1}, []int{1}; fmt.Println(a == b) })
	try(func() { m := map[any]int{}; m[[]int{1}] = 2 })
	try(func() { var a, b any = struct{ f func() }{}, struct{ f func() }{}; fmt.Println(a == b) })
	try(func() { m := map[any]int{}; _ = m[map[string]int{}] })
}
