package main

import "fmt"

type T struct{ n int }

func (t T) String() string { return fmt.Sprintf("%v", t) }

type P struct{}

func (p *P) String() string { return fmt.Sprint(p) }

type Q struct{ n int }

func (q Q) String() string { return fmt.Sprintf("%d %#v %x", q.n, q, q) }

type E struct{}

func (e E) Error() string { return fmt.Sprintf("%s", &e) + fmt.Sprintln(e) }

type F struct{}

func (f F) Format(s fmt.State, verb rune) { fmt.Fprintf(s, "%v %z", f, f) }

type R int

func (r R) String() string { return fmt.Sprintf("%d %s", r, int(r)) }

type S []string

func (s S) String() string { return fmt.Sprintf("%v", []string(s)) }

func main() {
	fmt.Println(T{}, &P{}, Q{}, E{}, F{}, R(1), S{})
	fmt.Printf("%z %d", F{}, F{})
}
