// Copies, aliases, method values, typed nils and deferred changes of results.
package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
)

type P struct{ X, Y int }

func (p P) Moved() P       { p.X++; return p }
func (p *P) Move()         { p.X++ }
func (p P) String() string { return fmt.Sprintf("<%d,%d>", p.X, p.Y) }

type Animal interface{ Sound() string }
type Dog struct{ name string }
type Puppy struct {
	Dog
	*P
	age int
}

func (d Dog) Sound() string    { return d.name + " woof" }
func (p Puppy) Sound() string  { return p.Dog.Sound() + "!" }
func (d *Dog) Rename(n string) { d.name = n }

type MyErr struct{}

func (*MyErr) Error() string { return "my err" }

func mayFail(fail bool) error {
	var e *MyErr
	if fail {
		e = &MyErr{}
	}
	return e
}

func named() (x int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("wrapped %v", r)
			x *= 2
		}
	}()
	x = 21
	panic("oops")
}

func deferOrder() (s string) {
	for i := 0; i < 3; i++ {
		defer func(n int) { s += fmt.Sprint(n, i) }(i)
	}
	return "start:"
}

func variadic(pre string, xs ...int) int {
	if len(xs) > 0 {
		xs[0] = 100
	}
	return len(xs)
}

type Weekday uint

const (
	_  = iota
	KB = 1 << (10 * iota)
	MB
)

func main() {
	a := []int{1, 2, 3, 4}
	b := a[:2]
	c := append(b, 99)
	d := append(a[:2:2], 77)
	fmt.Println(a, b, c, d, len(b), cap(b), cap(d))
	arr := [3]int{1, 2, 3}
	brr := arr
	brr[0] = 9
	parr := &arr
	for i, v := range arr {
		arr[2] = 10
		if i == 2 {
			fmt.Println("range copy", v)
		}
	}
	for i, v := range parr {
		parr[2] = 20
		if i == 2 {
			fmt.Println("range ptr", v)
		}
	}
	fmt.Println(arr == brr, arr, brr, len(parr))
	m := map[string]P{"a": {1, 2}}
	p := m["a"]
	p.Move()
	fmt.Println(m, p, m["zz"], P{}.Moved())
	mp := map[string]*P{"a": {1, 2}}
	mp["a"].Move()
	fmt.Println(mp["a"], *mp["a"])
	pup := Puppy{Dog{"rex"}, &P{1, 1}, 2}
	pup.Rename("max")
	pup.Move()
	f, g := pup.Sound, (*Dog).Rename
	g(&pup.Dog, "late")
	fmt.Println(f(), pup.Sound(), Animal(pup).Sound(), pup.X, pup)
	fmt.Println(mayFail(false) == nil, mayFail(false), errors.Is(mayFail(true), mayFail(true)))
	fmt.Println(named())
	fmt.Println(deferOrder())
	xs := []int{1, 2}
	fmt.Println(variadic("a"), variadic("b", xs...), variadic("c", 5), xs)
	var funcs [3]func()
	for i := range funcs {
		funcs[i] = func() { fmt.Print(i, " ") }
	}
	for _, f := range funcs {
		f()
	}
	var np *P
	var ni Animal
	fmt.Printf("%v %v %d %T %+v\n", np, ni, KB+MB, ni, struct {
		A *int
		B any
	}{})
	s := "héllo, 世界\xff"
	for i, r := range s {
		if r > 127 {
			fmt.Printf("%d:%c(%U) ", i, r, r)
		}
	}
	fmt.Println(len(s), s[1], s[1:3], strings.ToValidUTF8(s, "?"), []byte(s)[len(s)-1])
	switch x := any(pup).(type) {
	case fmt.Stringer:
		fmt.Println("stringer", x)
	case Animal:
		fmt.Println("animal", x.Sound())
	}
	matrix := make([][]rune, 2)
	row := []rune("ab")
	for i := range matrix {
		matrix[i] = row
	}
	matrix[0][0] = 'z'
	fmt.Println(string(matrix[1]), copy(row, row[1:]), string(row))
	var iface1, iface2 any = P{1, 2}, P{1, 2}
	fmt.Println(iface1 == iface2, iface1 == any(&P{1, 2}), [2]any{1, "a"} == [2]any{1, "a"})
	type T struct {
		*T
		v int
	}
	t := &T{v: 1}
	t.T = t
	fmt.Println(t.T.T.v)
	ch := make(chan func() string, 1)
	ch <- func() string { return "from channel" }
	fmt.Println((<-ch)())
	x := 10
	ptr := &x
	pp := &ptr
	**pp = 20
	func() { x := x; x++; _ = x }()
	if x := x * 2; x > 30 {
		fmt.Println("inner", x)
	}
	fmt.Println(x, *ptr == **pp)
	defer func() {
		e := recover().(error)
		fmt.Println("last:", e)
		os.Exit(4)
	}()
	var animals []Animal
	fmt.Println(animals[0].Sound())
}
