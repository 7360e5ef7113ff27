package main

import (
	"errors"
	"fmt"
	"time"
)

type stringer struct{ n int }

func (stringer) String() string { return "s" }

type ptrStringer struct{ n int }

func (*ptrStringer) String() string { return "p" }

type pair struct {
	a int
	b string
}

type hidden struct{ e error }

type kind int

type list []*list

func main() {
	var any interface{} = 1
	var err error = errors.New("e")
	p := &pair{1, "x"}
	n := 3
	fmt.Printf("%d %s\n", "x", 1)
	fmt.Printf("%d", 1.5)
	fmt.Printf("%s", 1)
	fmt.Printf("%t", 1)
	fmt.Printf("%f", 1)
	fmt.Printf("%c", "x")
	fmt.Printf("%q", 1)
	fmt.Printf("%q %q %q", 'x', "x", byte(1))
	fmt.Printf("%x", true)
	fmt.Printf("%p", 1)
	fmt.Printf("%p %p", &n, p)
	fmt.Printf("%s", stringer{})
	fmt.Printf("%s", ptrStringer{})
	fmt.Printf("%s", &ptrStringer{})
	fmt.Printf("%d", stringer{})
	fmt.Printf("%s", stringer{}.n)
	fmt.Printf("%d %s", any, any)
	fmt.Printf("%s %d", err, err)
	fmt.Printf("%d", pair{})
	fmt.Printf("%d", *p)
	fmt.Printf("%v %+v %#v %T", p, p, p, p)
	fmt.Printf("%d", []int{1})
	fmt.Printf("%s", []int{1})
	fmt.Printf("%s %x", []byte("x"), []string{"x"})
	fmt.Printf("%d", map[string]int{})
	fmt.Printf("%d", &n)
	fmt.Printf("%s", &n)
	fmt.Printf("%s", hidden{})
	fmt.Printf("%s", time.Second)
	fmt.Printf("%d", time.Second)
	fmt.Printf("%f", time.Second)
	fmt.Printf("%s", main)
	fmt.Printf("%p", main)
	fmt.Printf("%s", nil)
	fmt.Printf("%v", nil)
	fmt.Printf("%d", complex(1, 2))
	fmt.Printf("%f", complex(1, 2))
	fmt.Printf("%s", kind(2))
	fmt.Printf("%d", make(chan int))
	fmt.Printf("%s", make(chan int))
	fmt.Printf("%d", list{})
	fmt.Printf("%s", [3]int{})
	fmt.Printf("%d", [2][2]string{})
	fmt.Printf("%U %o %b %O", "x", 1.5, "y", 2)
	fmt.Printf("%e %g %G", 1, "x", 2.5)
	fmt.Printf("%x", func() {})
	fmt.Printf("%d", struct{ a, b int }{1, 2})
	fmt.Printf("%t", struct{ a, b int }{1, 2})
}
