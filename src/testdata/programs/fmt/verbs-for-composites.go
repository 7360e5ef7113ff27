// %v, %+v, %#v and %T for structs, slices, maps, pointers and nested values.
package main

import "fmt"

type Point struct{ X, Y int }

type Shape struct {
	Name   string
	Origin Point
	Corner *Point
	Tags   []string
	Meta   map[string]any
	inner  error
	F      func()
	C      chan int
}

type Names []string
type Table map[Point]string
type Bytes []byte
type Grid [2][2]bool

func main() {
	s := Shape{Name: "box", Origin: Point{1, 2}, Tags: []string{"a", "b c"}, Meta: map[string]any{"z": 1, "a": 2.5}}
	fmt.Printf("%v\n%+v\n%#v\n%T\n", s, s, s, s)
	p := &Point{3, 4}
	fmt.Printf("%v %+v %#v %T\n", p, p, p, p)
	fmt.Printf("%v %#v %T\n", []int{1, 2}, []int{1, 2}, []int{})
	fmt.Printf("%v %#v %v %#v\n", []int(nil), []int(nil), map[string]int(nil), map[string]int(nil))
	fmt.Printf("%v %#v %T\n", Names{"x"}, Names{"x"}, Names{})
	fmt.Printf("%v %#v\n", Table{{2, 1}: "b", {1, 9}: "a"}, Table{{1, 2}: "a"})
	fmt.Printf("%v %s %#v %x\n", Bytes("hi"), Bytes("hi"), Bytes("hi"), Bytes("hi"))
	fmt.Printf("%v %#v\n", Grid{{true}}, Grid{{true}})
	fmt.Printf("%v %+v %#v\n", []any{1, "a", nil, 2.5, Point{}}, []any{Point{1, 2}}, []any{1, "a", nil, 2.5})
	fmt.Printf("%v %+v\n", []*Point{nil}, struct {
		P *Point
		E error
	}{})
	fmt.Printf("%d %x %5d|%q\n", []int{10, 20}, []int{10, 20}, []int{1, 2}, map[string]string{"k": "v"})
	fmt.Printf("%v %v %v\n", struct{}{}, [0]int{}, [][]int{{1}, {2, 3}, nil})
	fmt.Printf("%T %T %T %T %T\n", nil, main, make(chan<- int), [3]map[string][]Point{}, struct{ A, B int }{})
	fmt.Printf("%T %T %T %T\n", func(int, ...string) (bool, error) { return false, nil }, new(any), any(1), (*error)(nil))
	fmt.Printf("%#v %#v %#v\n", struct{ A any }{1}, [2]string{"x", "y"}, map[int]bool{2: true, 1: false})
	fmt.Printf("%6.2f|%v|%6v|%-4v|\n", []float64{1, 2.345}, &[]int{1}, []string{"a", "b"}, Point{1, 2})
	fmt.Printf("%v %v %+v\n", &s.Tags, &map[string]int{"a": 1}, &struct{ P *int }{})
}
