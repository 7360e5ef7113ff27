// The line that a panic in a statement of several lines is reported at.
package main

import (
	"fmt"
	"os"
	"runtime/debug"
	"strings"
)

type T struct {
	p *T
	v int
	a []int
}

func (t *T) next(x int) *T { return t.p }

func trace(f func()) {
	defer func() {
		r := recover()
		for _, l := range strings.Split(string(debug.Stack()), "\n") {
			if strings.Contains(l, "prog.go:") {
				i := strings.LastIndex(l, ":")
				fmt.Print(strings.Fields(l[i+1:])[0], " ")
			}
		}
		fmt.Println(r)
	}()
	f()
}

func id(x int) int { return x }

func two(x, y int) int { return x + y }

func main() {
	var t *T
	u := &T{}
	s := []int{1}
	var e any = "x"
	z := 0
	i := 5
	m := map[any]int{}
	trace(func() {
		fmt.Println(
			1,
			s[i],
			2)
	})
	trace(func() {
		x := []int{
			1,
			1 / z,
			s[i],
		}
		_ = x
	})
	trace(func() {
		_ = T{
			v: 1,
			p: t.p,
		}
	})
	trace(func() {
		_ = 1 +
			s[0] +
			s[i]
	})
	trace(func() {
		_ = 1 +
			2/
				z
	})
	trace(func() {
		u.
			next(1).
			next(2).
			next(3)
	})
	trace(func() {
		_ = two(
			1,
			e.(int),
		)
	})
	trace(func() {
		_ = m[s]
	})
	trace(func() {
		if z == 0 &&
			s[0] == 1 &&
			s[i] == 2 {
			os.Exit(1)
		}
	})
	trace(func() {
		_ = s[:i]
	})
	trace(func() {
		u.
			p.
			p.v = 3
	})
	trace(func() {
		s[0],
			s[i] = 1,
			2
	})
	trace(func() {
		id(
			two(
				1,
				id(
					s[i],
				),
			),
		)
	})
	trace(func() {
		for k :=
			s[0]; k < 10; k +=
			s[i] {
		}
	})
	trace(func() {
		return
	})
	trace(func() {
		_ = fmt.Sprint(
			s[0],
			func() int {
				return s[i]
			}(),
		)
	})
	trace(func() {
		switch {
		case z == 1,
			s[i] == 2:
		}
	})
	trace(func() {
		var c chan int
		select {
		case <-c:
		case c <- s[i]:
		default:
		}
	})
	trace(func() {
		panic(
			"multi")
	})
	trace(func() {
		s = append(
			s,
			s[i:]...)
	})
	trace(func() {
		defer id(
			s[i])
	})
	trace(func() {
		go id(
			s[i])
	})
	trace(func() {
		_ = func() (int, int) {
			return 1,
				s[i]
		}
		x, y := 1,
			s[i]
		_, _ = x, y
	})
	trace(func() {
		_ = len(
			t.a) + t.
			v
	})
	trace(func() {
		_ = *t.
			p
	})
	trace(func() {
		_ = make([]int,
			z-1)
	})
}
