// What reflection refuses of unexported fields and methods, and what Tan gives far out.
package main

import (
	"fmt"
	"math/cmplx"
	"reflect"
)

type speaker interface {
	Say() string
	whisper() string
}

type person string

func (p person) Say() string     { return "hello " + string(p) }
func (p person) whisper() string { return "psst " + string(p) }

type holder struct {
	list    []int
	speaker speaker
	Public  speaker
	Empty   speaker
}

func try(name string, f func()) {
	defer func() {
		x := recover()
		fmt.Printf("%s: %T %v\n", name, x, x)
	}()
	f()
}

func main() {
	h := holder{[]int{1}, person("a"), person("b"), nil}
	v := reflect.ValueOf(h)
	one := reflect.ValueOf(2)
	try("append", func() { reflect.Append(v.Field(0), one) })
	try("append nothing", func() { reflect.Append(v.Field(0)) })
	try("append slice", func() { reflect.AppendSlice(v.Field(0), reflect.ValueOf([]int{3})) })
	try("append to", func() { fmt.Println(reflect.AppendSlice(reflect.ValueOf([]int{3}), v.Field(0))) })
	for i := 1; i < 4; i++ {
		for m := range 2 {
			try(fmt.Sprint("field ", i, " method ", m), func() { fmt.Println(v.Field(i).Method(m).Call(nil)) })
			try(fmt.Sprint("element ", i, " method ", m), func() { fmt.Println(v.Field(i).Elem().Method(m).Call(nil)) })
		}
		fmt.Println(v.Field(i).NumMethod(), v.Field(i).Type().NumMethod())
		try("by name", func() { fmt.Println(v.Field(i).MethodByName("whisper").IsValid()) })
	}
	try("make chan", func() { reflect.MakeChan(reflect.TypeOf(1), 0) })
	try("make map", func() { reflect.MakeMap(reflect.TypeOf(1)) })
	try("copy", func() { reflect.Copy(v.Field(0), reflect.ValueOf([]int{3})) })
	for _, x := range []float64{1 << 31, 1e20, 2.037035976334486e+90, -3.1217485503159922e+144, 1.8919697882131776e+69} {
		fmt.Println(cmplx.Tan(complex(x, 0)), cmplx.Cot(complex(x, 0.5)), cmplx.Tanh(complex(0.1, x)))
	}
}
