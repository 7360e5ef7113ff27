package main

import (
	"fmt"
	"reflect"
	"runtime"
)

func foo() {}

type T struct{}

func (T) M() {}

func main() {
	p := reflect.ValueOf(foo).Pointer()
	f := runtime.FuncForPC(p)
	fmt.Println(f.Name(), f.Entry() == p)
	fmt.Println(runtime.FuncForPC(reflect.ValueOf(T.M).Pointer()).Name(), runtime.FuncForPC(reflect.ValueOf(T{}.M).Pointer()).Name())
	pc, _, _, _ := runtime.Caller(0)
	g := runtime.FuncForPC(pc)
	fmt.Println(g.Name(), g.Entry() < pc, runtime.FuncForPC(g.Entry()).Name())
	func() {
		defer func() { fmt.Println(recover()) }()
		var pin runtime.Pinner
		pin.Pin(3)
	}()
	x := new(int)
	func() {
		defer func() { fmt.Println(recover()) }()
		runtime.AddCleanup(x, func(*int) {}, x)
	}()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Println(m.Sys > m.HeapSys, m.NextGC > 0, m.HeapIdle+m.HeapInuse == m.HeapSys)
}
