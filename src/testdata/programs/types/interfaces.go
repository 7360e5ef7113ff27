// Interfaces: dynamic types, nil, comparison, assertions with ok and embedded interfaces.
package main

import "fmt"

type Shape interface {
	Area() float64
	Perimeter() float64
}

type Named interface{ Name() string }

type NamedShape interface {
	Shape
	Named
}

type Square struct{ side float64 }
type Circle struct{ r float64 }

func (s Square) Area() float64       { return s.side * s.side }
func (s Square) Perimeter() float64  { return 4 * s.side }
func (s Square) Name() string        { return "square" }
func (c *Circle) Area() float64      { return 3 * c.r * c.r }
func (c *Circle) Perimeter() float64 { return 6 * c.r }

type problem struct{}

func (*problem) Error() string { return "problem" }

func find(fail bool) error {
	var p *problem
	if fail {
		p = &problem{}
	}
	return p
}

func main() {
	shapes := []Shape{Square{2}, &Circle{1}, Square{2}}
	for _, s := range shapes {
		n, ok := s.(Named)
		fmt.Println(s.Area(), s.Perimeter(), ok, n != nil)
	}
	fmt.Println(shapes[0] == shapes[2], shapes[0] == shapes[1], shapes[1] == shapes[1])
	if ns, ok := shapes[0].(NamedShape); ok {
		fmt.Println(ns.Name(), ns.Area())
	}
	_, isCircle := shapes[0].(*Circle)
	fmt.Println(isCircle, shapes[1].(*Circle).r)
	var s Shape
	fmt.Println(s == nil, find(false) == nil, find(true) == nil)
	fmt.Printf("%T %T %T %v\n", s, shapes[0], shapes[1], s)
	var a, b any = 1, 1.0
	fmt.Println(a == b, a == 1, b == 1.0, a == any(int64(1)))
	var e any = [2]int{1, 2}
	fmt.Println(e == [2]int{1, 2}, e != nil)
}
