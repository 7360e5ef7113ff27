// Types that format themselves: Stringer, error, GoStringer and Formatter.
package main

import (
	"errors"
	"fmt"
)

type Temp float64

func (t Temp) String() string { return fmt.Sprintf("%.1f°", float64(t)) }

type Level int

func (l Level) GoString() string { return "Level!" }

type ptr struct{ n int }

func (p *ptr) String() string { return fmt.Sprint("ptr", p.n) }

type both struct{}

func (both) Error() string  { return "error wins" }
func (both) String() string { return "string" }

type custom struct{}

func (custom) Format(s fmt.State, verb rune) {
	w, wok := s.Width()
	p, pok := s.Precision()
	fmt.Fprintf(s, "<%c %d%v %d%v %v%v>", verb, w, wok, p, pok, s.Flag('+'), s.Flag('-'))
}

type bad struct{}

func (bad) String() string { panic("no string") }

type nilErr struct{ s string }

func (n *nilErr) Error() string { return n.s }

func main() {
	t := Temp(36.65)
	fmt.Println(t, []Temp{1, 2}, map[string]Temp{"x": 3}, struct{ T Temp }{4}, &t == nil)
	fmt.Printf("%v %s %d %.2f %q %x %8s|%#v\n", t, t, int(t), t, t, t, t, t)
	fmt.Printf("%v %#v %+v %d\n", Level(2), Level(2), Level(2), Level(2))
	fmt.Println(ptr{1}, &ptr{2}, []*ptr{}, []ptr{{3}})
	fmt.Println(both{}, errors.New("plain"), []error{errors.New("in slice")})
	fmt.Printf("%v|%+8.3d|%-5x|%s\n", custom{}, custom{}, custom{}, []custom{{}})
	fmt.Println(bad{})
	fmt.Printf("%s %v %d\n", bad{}, bad{}, bad{})
	var n *nilErr
	var e error = n
	fmt.Println(e)
	fmt.Printf("%v %s\n", n, e)
	fmt.Printf("%v %v\n", struct{ E error }{errors.New("exported")}, struct{ t Temp }{5})
}
