package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
)

type T struct{ n int }

func (t T) Val() int  { return t.n }
func (t *T) Ptr() int { return t.n }
func (t *T) Inc() *T  { t.n++; return t }
func named() (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
			n *= 2
		}
	}()
	n = 21
	panic("oops")
}

func deferOrder() (s string) {
	for i := range 3 {
		defer func() { s += fmt.Sprint(i) }()
	}
	defer func(s0 string) { s += "[" + s0 + "]" }(s)
	s = "start"
	return s + "-"
}

func nested() {
	defer fmt.Println("nested outer defer", recover())
	defer func() {
		defer func() {
			fmt.Println("inner recovered:", recover())
		}()
		panic(fmt.Sprintf("second after %v", recover()))
	}()
	panic("first")
}

func goexit() {
	done := make(chan string)
	go func() {
		defer close(done)
		defer func() { done <- fmt.Sprint("recover in goexit: ", recover()) }()
		runtime.Goexit()
	}()
	for s := range done {
		fmt.Println(s)
	}
}

type errT struct{ msg string }

func (e errT) Error() string { return e.msg }

func try(f func()) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case runtime.Error:
			err = fmt.Errorf("runtime: %w", r)
		case error:
			err = r
		case fmt.Stringer:
			err = errors.New(r.String())
		default:
			err = fmt.Errorf("%T: %v", r, r)
		}
	}()
	f()
	return
}

func gen(limit int) func() (int, bool) {
	a, b := 0, 1
	return func() (int, bool) {
		if a > limit {
			return 0, false
		}
		defer func() { a, b = b, a+b }()
		return a, true
	}
}

func main() {
	t := T{1}
	v, p := t.Val, t.Ptr
	t.n = 10
	fmt.Println(v(), p(), T.Val(t), (*T).Ptr(&t), t.Inc().Inc().n)
	f := (*T).Inc
	f(&t)
	fmt.Println(t)
	fmt.Println(named())
	fmt.Println(deferOrder())
	nested()
	goexit()
	for _, f := range []func(){
		func() { var m map[string][]int; m["a"] = append(m["a"], 1) },
		func() { var p *T; _ = p.n },
		func() { a := []int{1}; i := 5; _ = a[i] },
		func() { a := []int{1}; i := -1; _ = a[i:] },
		func() { a := make([]int, 2, 4); i, j := 3, 2; _ = a[i:j] },
		func() { a := make([]int, 2, 4); j := 9; _ = a[:j] },
		func() { a := make([]int, 2, 4); j := 9; _ = a[:1:j] },
		func() { s := "abc"; j := 9; _ = s[j] },
		func() { s := "abc"; j := 9; _ = s[1:j] },
		func() { s := []int{1, 2}; _ = [4]int(s) },
		func() { x := 0; _ = 1 / x },
		func() { x := 0; _ = 1 % x },
		func() { var i any = "s"; _ = i.(int) },
		func() { var i any; _ = i.(int) },
		func() { var i any = T{}; _ = i.(fmt.Stringer) },
		func() { var e error; _ = e.Error() },
		func() { var i fmt.Stringer; _ = i.(interface{ X() }) },
		func() { ch := make(chan int); close(ch); close(ch) },
		func() { var ch chan int; close(ch) },
		func() { ch := make(chan int); close(ch); ch <- 1 },
		func() { n := -1; _ = make([]int, n) },
		func() { n := -1; _ = make(chan int, n) },
		func() { var f func(); f() },
		func() { a, b := any([]int{1}), any([]int{1}); _ = a == b },
		func() { m := map[any]int{}; m[func() {}] = 1 },
		func() { m := map[any]int{}; m[struct{ a any }{[]int{}}] = 1 },
		func() { panic(errT{"custom"}) },
		func() { panic(fmt.Sprintf("%v", 3.5)) },
		func() { panic(nil) },
		func() { panic(T{4}) },
		func() { _ = strings.Repeat("x", -1) },
		func() { s := 70; x := -1; _ = s << x },
		func() { var a [3]int; i := 3; a[i%4]++ },
		func() {
			var p *[3]int
			for range p {
			}
			_ = p[1]
		},
	} {
		fmt.Println(try(f))
	}
	next := gen(50)
	for x, ok := next(); ok; x, ok = next() {
		fmt.Print(x, " ")
	}
	fmt.Println()
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i *= 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	var fib func(int) int
	memo := map[int]int{}
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		if v, ok := memo[n]; ok {
			return v
		}
		memo[n] = fib(n-1) + fib(n-2)
		return memo[n]
	}
	fmt.Println(fib(90))
	i := 0
	i, a := 1, [3]int{i, i + 1, i + 2}
	a[i], i = 9, 2
	fmt.Println(a, i)
outer:
	for i := range 4 {
		switch {
		case i == 1:
			continue outer
		case i == 3:
			break outer
		default:
			fmt.Print("i", i, " ")
			fallthrough
		case i > 100:
			fmt.Print("ft ")
		}
	}
	fmt.Println()
	defer os.Exit(3)
	defer func() {
		defer func() { panic(fmt.Sprint("third:", recover())) }()
		panic("second")
	}()
	panic("first")
}
