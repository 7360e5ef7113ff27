// The runtime's functions between a deferred call and what panicked.
package main

import (
	"fmt"
	"runtime"
	"strings"
)

func show(name string, f func()) {
	defer func() {
		var l []string
		for i := 0; ; i++ {
			pc, file, line, ok := runtime.Caller(i)
			if !ok {
				break
			}
			n := runtime.FuncForPC(pc).Name()
			if strings.HasPrefix(n, "runtime.") {
				l = append(l, fmt.Sprint(n, " ", file[strings.LastIndex(file, "/")+1:], ":", line))
			}
		}
		fmt.Println(name, recover(), l)
	}()
	f()
}

type T struct{ x [5000]int }

//go:noinline
func id[T any](x T) T { return x }

func main() {
	s := []int{1}
	i, z, neg := id(5), id(0), id(-1)
	var e any = id[any]("x")
	var ne any
	var p *int
	var st fmt.Stringer
	var fn func()
	a := [3]int{}
	str := id("abc")
	show("panic", func() { panic("x") })
	show("index", func() { _ = id(s[i]) })
	show("indexneg", func() { _ = id(s[neg]) })
	show("array", func() { _ = id(a[i]) })
	show("str", func() { _ = id(str[i]) })
	show("uint", func() { _ = id(s[uint(i)]) })
	show("slice", func() { _ = id(s[i:]) })
	show("slice2", func() { _ = id(s[:i]) })
	show("slice3", func() { _ = id(s[i:0]) })
	show("slices", func() { _ = id(str[i:]) })
	show("slices2", func() { _ = id(str[:i]) })
	show("slicem", func() { _ = id(s[0:0:i]) })
	show("div", func() { _ = id(1 / z) })
	show("shift", func() { _ = id(1 << neg) })
	show("nil", func() { _ = id(*p) })
	show("assert", func() { _ = id(e.(int)) })
	show("assertnil", func() { _ = id(ne.(int)) })
	show("closed", func() { c := make(chan int); close(c); close(c) })
	show("send", func() { c := make(chan int); close(c); c <- 1 })
	show("iface", func() { _ = id(st.String()) })
	show("fn", func() { fn() })
	show("arr", func() { _ = id([2]int(s)) })
	show("goexit", func() {
		done := make(chan int)
		go func() { defer close(done); show("in", func() { runtime.Goexit() }) }()
		<-done
	})
}
