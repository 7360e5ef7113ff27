// gomaxprocs: 1
// gc numbers its wrappers of go and defer in the order of the source; a literal with results has one.
package main

import (
	"fmt"
	"runtime"
)

type shape struct{ name string }

func (s *shape) draw()      { fmt.Println("draw", s.name) }
func (s *shape) size() int  { return len(s.name) }
func none()                 {}
func number() (int, string) { return 1, "one" }

func main() {
	s := &shape{"circle"}
	defer none()
	defer runtime.Gosched()
	defer recover()
	defer func() {}()
	defer s.draw()
	defer func() int { return 2 }()
	defer number()
	compute := s.size
	defer compute()
	work := func() {}
	defer work()
	defer panic(fmt.Sprint("numbered ", s.name))
}
