// Values that do not implement an interface, with the hint why.
package main

import (
	"fmt"
	"io"
)

type Shape interface {
	Area() float64
	Name() string
}

type Square struct{}

func (s Square) Area() float64 { return 1 }

type Circle struct{}

func (c *Circle) Area() float64 { return 1 }
func (c *Circle) Name() string  { return "circle" }

type Wrong struct{}

func (w Wrong) Area() int    { return 1 }
func (w Wrong) Name() string { return "" }

type Lower struct{}

func (l Lower) area() float64 { return 1 }
func (l Lower) Name() string  { return "" }

func main() {
	var s Shape = Square{}
	s = Circle{}
	s = Wrong{}
	s = Lower{}
	s = &Circle{}
	var p *Shape = &s
	fmt.Println(p.Name())
	var w io.Writer = s
	fmt.Fprintln(s, "x")
	_ = s.(Square)
	_ = w
	_ = 5
}
