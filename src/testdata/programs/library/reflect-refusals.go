// Every method of a reflect.Value on every kind of value: what it does or how it panics.
// vet: printf
package main

import (
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
)

type MyInt int

func (m MyInt) String() string { return fmt.Sprintf("MyInt(%d)", int(m)) }

type Inner struct {
	A int
	b string
}
type inner2 struct{ Z int }
type Outer struct {
	Inner
	*inner2
	C     []byte `k:"v" j:"w"`
	D     map[string]int
	f     func()
	Err   error
	Ch    chan int
	Arr   [2]Inner
	Iface any
}

func (o *Outer) PtrMethod(a int, b ...string) string { return fmt.Sprint(a, b, len(o.C)) }
func (o Outer) ValMethod() (int, error)              { return len(o.C), errors.New("e") }
func (o Outer) unexported()                          {}

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Printf("%s: %v (%T)\n", name, r, r)
		} else {
			fmt.Printf("%s: ok\n", name)
		}
	}()
	f()
}

func main() {
	values := []any{true, 1, int8(2), uint(3), uintptr(4), float32(1.5), 2.5, complex64(1), 1i, [2]int{1, 2}, make(chan int, 3), func() {}, (*int)(nil), &Inner{1, "x"}, []int{1}, map[string]int{"a": 1}, "str", Inner{2, "y"}, MyInt(5), errors.New("x")}
	methods := []struct {
		name string
		f    func(v reflect.Value)
	}{
		{"Bool", func(v reflect.Value) { fmt.Print(v.Bool(), " ") }},
		{"Int", func(v reflect.Value) { fmt.Print(v.Int(), " ") }},
		{"Uint", func(v reflect.Value) { fmt.Print(v.Uint(), " ") }},
		{"Float", func(v reflect.Value) { fmt.Print(v.Float(), " ") }},
		{"Complex", func(v reflect.Value) { fmt.Print(v.Complex(), " ") }},
		{"Len", func(v reflect.Value) { fmt.Print(v.Len(), " ") }},
		{"Cap", func(v reflect.Value) { fmt.Print(v.Cap(), " ") }},
		{"IsNil", func(v reflect.Value) { fmt.Print(v.IsNil(), " ") }},
		{"Elem", func(v reflect.Value) { fmt.Print(v.Elem().IsValid(), " ") }},
		{"NumField", func(v reflect.Value) { fmt.Print(v.NumField(), " ") }},
		{"Field", func(v reflect.Value) { fmt.Print(v.Field(0), " ") }},
		{"FieldByName", func(v reflect.Value) { fmt.Print(v.FieldByName("A"), " ") }},
		{"Index", func(v reflect.Value) { fmt.Print(v.Index(0), " ") }},
		{"Index9", func(v reflect.Value) { fmt.Print(v.Index(9), " ") }},
		{"MapKeys", func(v reflect.Value) { fmt.Print(v.MapKeys(), " ") }},
		{"MapIndex", func(v reflect.Value) { fmt.Print(v.MapIndex(reflect.ValueOf("a")), " ") }},
		{"MapRange", func(v reflect.Value) { fmt.Print(v.MapRange().Next(), " ") }},
		{"Call", func(v reflect.Value) { fmt.Print(v.Call(nil), " ") }},
		{"Recv", func(v reflect.Value) { v.Recv() }},
		{"TryRecv", func(v reflect.Value) { v.TryRecv() }},
		{"Close", func(v reflect.Value) { v.Close() }},
		{"Slice", func(v reflect.Value) { fmt.Print(v.Slice(0, 1), " ") }},
		{"Slice3", func(v reflect.Value) { fmt.Print(v.Slice3(0, 1, 1), " ") }},
		{"Bytes", func(v reflect.Value) { fmt.Print(v.Bytes(), " ") }},
		{"SetInt", func(v reflect.Value) { v.SetInt(1) }},
		{"SetLen", func(v reflect.Value) { v.SetLen(1) }},
		{"Set", func(v reflect.Value) { v.Set(reflect.ValueOf(1)) }},
		{"SetZero", func(v reflect.Value) { v.SetZero() }},
		{"Addr", func(v reflect.Value) { v.Addr() }},
		{"Clear", func(v reflect.Value) { v.Clear() }},
		{"Grow", func(v reflect.Value) { v.Grow(1) }},
		{"Comparable", func(v reflect.Value) { fmt.Print(v.Comparable(), v.Type().Comparable(), " ") }},
		{"OverflowInt", func(v reflect.Value) { fmt.Print(v.OverflowInt(200), " ") }},
		{"OverflowFloat", func(v reflect.Value) { fmt.Print(v.OverflowFloat(1e300), " ") }},
		{"Type.Elem", func(v reflect.Value) { fmt.Print(v.Type().Elem(), " ") }},
		{"Type.Key", func(v reflect.Value) { fmt.Print(v.Type().Key(), " ") }},
		{"Type.Len", func(v reflect.Value) { fmt.Print(v.Type().Len(), " ") }},
		{"Type.Bits", func(v reflect.Value) { fmt.Print(v.Type().Bits(), " ") }},
		{"Type.NumField", func(v reflect.Value) { fmt.Print(v.Type().NumField(), " ") }},
		{"Type.Field", func(v reflect.Value) { fmt.Print(v.Type().Field(1).Name, " ") }},
		{"Type.NumIn", func(v reflect.Value) { fmt.Print(v.Type().NumIn(), " ") }},
		{"Type.ChanDir", func(v reflect.Value) { fmt.Print(v.Type().ChanDir(), " ") }},
		{"Type.Size", func(v reflect.Value) { fmt.Print(v.Type().Size(), v.Type().Align(), " ") }},
		{"String", func(v reflect.Value) { fmt.Print(v.String(), " ") }},
		{"IsZero", func(v reflect.Value) { fmt.Print(v.IsZero(), " ") }},
		{"Seq", func(v reflect.Value) {
			n := 0
			for x := range v.Seq() {
				fmt.Print(x, ",")
				if n++; n > 3 {
					break
				}
			}
		}},
		{"Seq2", func(v reflect.Value) {
			for x, y := range v.Seq2() {
				fmt.Print(x, ":", y, ",")
			}
		}},
	}
	for _, m := range methods {
		for _, x := range values {
			if m.name == "Recv" || m.name == "Seq" {
				if _, ok := x.(chan int); ok {
					continue
				}
			}
			v := reflect.ValueOf(x)
			if m.name == "Close" && v.Kind() == reflect.Chan {
				v = reflect.ValueOf(make(chan int))
			}
			try(m.name+" "+v.Type().String(), func() { m.f(v) })
		}
		try(m.name+" zero", func() { m.f(reflect.Value{}) })
	}
	targets := []any{true, int8(0), uint16(0), float32(0), "", []byte(nil), []rune(nil), MyInt(0), 1i, [1]int{}, new([1]int), (*any)(nil), (*fmt.Stringer)(nil), struct{ A int }{}}
	sources := []any{true, 65, int64(-1), uint8(200), 3.99, -2.5, "héy", []byte("ab"), []rune("xy"), MyInt(66), complex64(2), []int{1, 2}, []int{}, Inner{1, "z"}}
	for _, s := range sources {
		for _, t := range targets {
			tt := reflect.TypeOf(t)
			if tt.Kind() == reflect.Pointer && tt.Elem().Kind() == reflect.Interface {
				tt = tt.Elem()
			}
			v := reflect.ValueOf(s)
			try(fmt.Sprint(v.Type(), "->", tt, " ", v.Type().ConvertibleTo(tt), v.CanConvert(tt), v.Type().AssignableTo(tt)), func() {
				c := v.Convert(tt)
				fmt.Printf("%v %v %T ", c.Type(), c, c.Interface())
			})
		}
	}
	ot := reflect.TypeOf(Outer{})
	for i := range ot.NumField() {
		f := ot.Field(i)
		fmt.Println(f.Name, f.PkgPath, f.Type, f.Tag.Get("j"), f.Offset, f.Index, f.Anonymous, f.IsExported())
	}
	for _, n := range []string{"A", "b", "Z", "C", "nope", "Inner"} {
		f, ok := ot.FieldByName(n)
		fmt.Println(n, f.Name, f.Index, ok)
	}
	o := &Outer{C: []byte("xyz")}
	v := reflect.ValueOf(o).Elem()
	try("nil embedded", func() { v.FieldByName("Z") })
	try("unexported embedded set", func() { v.Field(1).Set(reflect.ValueOf(&inner2{})) })
	try("b", func() { v.FieldByName("b").SetString("q") })
	try("b iface", func() { v.FieldByName("b").Interface() })
	fmt.Println(v.FieldByName("b"), v.FieldByName("b").CanSet(), v.FieldByName("b").CanInterface(), v.FieldByName("A").CanSet())
	v.FieldByName("Err").Set(reflect.ValueOf(io.EOF))
	v.FieldByName("Arr").Index(1).Field(0).SetInt(9)
	v.FieldByName("Iface").Set(reflect.ValueOf(strings.NewReader("x")))
	try("assign", func() { v.FieldByName("Err").Set(reflect.ValueOf(5)) })
	try("setmap", func() { v.FieldByName("D").SetMapIndex(reflect.ValueOf("a"), reflect.ValueOf(1)) })
	v.FieldByName("D").Set(reflect.MakeMap(v.FieldByName("D").Type()))
	v.FieldByName("D").SetMapIndex(reflect.ValueOf("a"), reflect.ValueOf(1))
	try("setmap key", func() { v.FieldByName("D").SetMapIndex(reflect.ValueOf(1), reflect.ValueOf(1)) })
	v.FieldByName("D").SetMapIndex(reflect.ValueOf("zz"), reflect.Value{})
	fmt.Println(o.Err, o.Arr, o.D)
	for _, t := range []reflect.Type{ot, reflect.TypeOf(o), reflect.TypeFor[error](), reflect.TypeFor[io.ReadWriter]()} {
		fmt.Println(t, t.NumMethod())
		for i := range t.NumMethod() {
			m := t.Method(i)
			fmt.Println(" ", m.Name, m.Type, m.Index, m.IsExported(), m.Func.IsValid())
		}
	}
	fmt.Println(v.Addr().MethodByName("PtrMethod").Call([]reflect.Value{reflect.ValueOf(1), reflect.ValueOf("a"), reflect.ValueOf("b")}))
	fmt.Println(v.Addr().MethodByName("PtrMethod").CallSlice([]reflect.Value{reflect.ValueOf(1), reflect.ValueOf([]string{"c"})})[0])
	fmt.Println(v.MethodByName("PtrMethod").IsValid(), v.MethodByName("unexported").IsValid())
	m := v.MethodByName("ValMethod")
	fmt.Println(m.Kind(), m.Type(), m.IsNil(), m.NumMethod(), m.String())
	out := m.Call(nil)
	fmt.Println(out[0], out[1], out[1].Kind(), out[1].Elem().Type(), out[1].Type())
	ev := reflect.ValueOf(&o.Err).Elem()
	fmt.Println(ev.NumMethod(), ev.Method(0).Call(nil)[0], ev.MethodByName("Error").Type())
	try("many", func() { m.Call([]reflect.Value{reflect.ValueOf(1)}) })
	try("nilfunc", func() { reflect.ValueOf((func())(nil)).Call(nil) })
	try("zero arg", func() { reflect.ValueOf(func(int) {}).Call([]reflect.Value{{}}) })
	try("panics", func() { reflect.ValueOf(func() { panic("inside") }).Call(nil) })
	try("index method", func() { v.Method(5) })
	try("copy", func() { reflect.Copy(reflect.ValueOf([2]int{}), reflect.ValueOf([]int{1})) })
	try("copy2", func() { reflect.Copy(reflect.ValueOf([]int{}), reflect.ValueOf([]string{})) })
	dst := []byte("abcdef")
	fmt.Println(reflect.Copy(reflect.ValueOf(dst), reflect.ValueOf("XY")), string(dst))
	try("append", func() { reflect.Append(reflect.ValueOf([]int{}), reflect.ValueOf("x")) })
	try("append2", func() { reflect.Append(reflect.ValueOf(1), reflect.ValueOf("x")) })
	try("makeslice", func() { reflect.MakeSlice(reflect.TypeOf(1), 0, 0) })
	try("makemap", func() { reflect.MakeMap(reflect.TypeOf(1)) })
	try("makechan", func() { reflect.MakeChan(reflect.TypeOf((<-chan int)(nil)), 0) })
	try("implements", func() { ot.Implements(ot) })
	try("new", func() { reflect.New(nil) })
	try("zero", func() { reflect.Zero(nil) })
	try("makefunc", func() { reflect.MakeFunc(ot, nil) })
	try("recvonly", func() { reflect.ValueOf((<-chan int)(nil)).Send(reflect.ValueOf(1)) })
	try("sendonly", func() { reflect.ValueOf((chan<- int)(nil)).Recv() })
	try("closed", func() { c := make(chan int); close(c); reflect.ValueOf(c).Send(reflect.ValueOf(1)) })
	try("close nil", func() { reflect.ValueOf((chan int)(nil)).Close() })
	try("select", func() { reflect.Select([]reflect.SelectCase{{Dir: 0}}) })
	try("select2", func() {
		reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectDefault}, {Dir: reflect.SelectDefault}})
	})
	try("mapof", func() { reflect.MapOf(reflect.TypeOf([]int{}), reflect.TypeOf(1)) })
	mk := reflect.MakeFunc(reflect.TypeOf(strings.Repeat), func(in []reflect.Value) []reflect.Value {
		return []reflect.Value{reflect.ValueOf(fmt.Sprint(in[0], "x", in[1]))}
	}).Interface().(func(string, int) string)
	fmt.Println(mk("a", 3))
	va := reflect.MakeFunc(reflect.TypeOf(fmt.Sprint), func(in []reflect.Value) []reflect.Value {
		return []reflect.Value{reflect.ValueOf(fmt.Sprint(in[0].Len(), in[0]))}
	}).Interface().(func(...any) string)
	fmt.Println(va("a", 3))
	bad := reflect.MakeFunc(reflect.TypeOf(strings.Repeat), func(in []reflect.Value) []reflect.Value { return nil }).Interface().(func(string, int) string)
	try("badret", func() { bad("", 1) })
	bound := v.Addr().MethodByName("PtrMethod").Interface().(func(int, ...string) string)
	fmt.Println(bound(1, "z"))
	fmt.Println(reflect.DeepEqual([]any{1, map[string]int{"a": 1}}, []any{1, map[string]int{"a": 1}}), reflect.ValueOf(1).Equal(reflect.ValueOf(1)))
	type key struct{ a, b int }
	km := map[key]*Inner{{1, 2}: {3, "q"}}
	kv := reflect.ValueOf(km)
	it := kv.MapRange()
	for it.Next() {
		fmt.Println(it.Key(), it.Value().Elem(), it.Key().Field(1))
	}
	try("iter", func() { it.Next() })
	fmt.Println(kv.MapIndex(reflect.ValueOf(key{1, 2})).Elem().Field(0), kv.MapIndex(reflect.ValueOf(key{1, 3})).IsValid())
	fmt.Printf("%v %d %s %+v %#v %T\n", reflect.ValueOf(MyInt(3)), reflect.ValueOf(MyInt(3)), reflect.ValueOf(MyInt(3)), reflect.ValueOf(Inner{1, "x"}), reflect.ValueOf([]int{1}), reflect.ValueOf(1))
	fmt.Println([]any{reflect.ValueOf(MyInt(3)), reflect.TypeOf(3), reflect.Int, reflect.BothDir})
	fmt.Printf("%v %v\n", struct{ V reflect.Value }{reflect.ValueOf(1)}.V, reflect.Kind(99))
	x, ok := reflect.TypeAssert[fmt.Stringer](reflect.ValueOf(MyInt(4)))
	fmt.Println(x, ok)
	ptr := reflect.New(reflect.SliceOf(ot))
	ptr.Elem().Set(reflect.Append(ptr.Elem(), reflect.ValueOf(*o)))
	ptr.Elem().Index(0).Field(0).Field(0).SetInt(77)
	fmt.Println(len(*ptr.Interface().(*[]Outer)), (*ptr.Interface().(*[]Outer))[0].A, o.A)
}
