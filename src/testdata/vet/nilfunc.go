package main

type t struct{}

func (t) m() {}

func f() {}

func g[T any]() {}

func main() {
	var v func()
	_ = f == nil
	_ = nil != f
	_ = v == nil
	_ = t.m == nil
	_ = t{}.m != nil
	_ = g[int] == nil
	if main == nil || (f) != nil {
	}
}
