// Values are set, made, called, converted and sent by reflection.
// vet: printf
package main

import (
	"fmt"
	"reflect"
)

type Inner struct{ X, Y int }
type T struct {
	A int
	B string `json:"b" x:"y"`
	C []int
	D map[string]int
	E *Inner
	F any
	g int
	Inner
}

func (t T) Hello(name string) string   { return "hello " + name + " " + t.B }
func (t *T) SetA(n int)                { t.A = n }
func (t T) Var(xs ...int) (int, error) { return len(xs), nil }

type Shape interface{ Area() float64 }
type Sq struct{ s float64 }

func (s Sq) Area() float64 { return s.s * s.s }

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Printf("%s: %v (%T)\n", name, r, r)
		}
	}()
	f()
}

func main() {
	t := T{A: 1, B: "bee"}
	v := reflect.ValueOf(&t).Elem()
	v.Field(0).SetInt(42)
	v.FieldByName("B").SetString("changed")
	v.Field(2).Set(reflect.ValueOf([]int{1, 2, 3}))
	v.Field(3).Set(reflect.MakeMap(v.Field(3).Type()))
	v.Field(3).SetMapIndex(reflect.ValueOf("k"), reflect.ValueOf(7))
	v.Field(4).Set(reflect.New(reflect.TypeOf(Inner{})))
	v.Field(4).Elem().Field(1).SetInt(9)
	v.Field(5).Set(reflect.ValueOf(3.5))
	v.FieldByName("X").SetInt(5)
	inner := *t.E
	t.E = nil
	fmt.Printf("%+v %v\n", t, inner)
	try("unexp", func() { v.FieldByName("g").SetInt(1) })
	try("unaddr", func() { reflect.ValueOf(t).Field(0).SetInt(1) })
	try("kind", func() { v.Field(1).SetInt(1) })
	try("zero", func() { reflect.Value{}.Type() })
	try("set", func() { v.Field(0).Set(reflect.ValueOf("x")) })
	try("iface", func() { _ = v.FieldByName("g").Interface() })
	out := v.MethodByName("Hello").Call([]reflect.Value{reflect.ValueOf("bob")})
	fmt.Println(out[0], out[0].Type())
	v.Addr().MethodByName("SetA").Call([]reflect.Value{reflect.ValueOf(77)})
	fmt.Println(t.A)
	out = v.MethodByName("Var").Call([]reflect.Value{reflect.ValueOf(1), reflect.ValueOf(2)})
	fmt.Println(out[0].Int(), out[1].IsNil(), out[1].Type())
	try("few", func() { v.MethodByName("Hello").Call(nil) })
	try("as", func() { v.MethodByName("Hello").Call([]reflect.Value{reflect.ValueOf(1)}) })
	f := v.MethodByName("Hello").Interface().(func(string) string)
	fmt.Println(f("fn"))
	pt := reflect.TypeOf(&t)
	for i := range pt.NumMethod() {
		m := pt.Method(i)
		fmt.Println(m.Name, m.Type, m.Index)
	}
	fmt.Println(pt.Method(0).Func.Call([]reflect.Value{reflect.ValueOf(&t), reflect.ValueOf("direct")})[0])
	swap := func(in []reflect.Value) []reflect.Value { return []reflect.Value{in[1], in[0]} }
	var intSwap func(int, int) (int, int)
	fn := reflect.MakeFunc(reflect.TypeOf(intSwap), swap)
	reflect.ValueOf(&intSwap).Elem().Set(fn)
	fmt.Println(intSwap(1, 2))
	ch := reflect.MakeChan(reflect.TypeOf(make(chan int)), 1)
	ch.Send(reflect.ValueOf(3))
	fmt.Println(ch.TrySend(reflect.ValueOf(4)), ch.Len(), ch.Cap())
	x, ok := ch.Recv()
	fmt.Println(x, ok)
	x, ok = ch.TryRecv()
	fmt.Println(x, ok, x.IsValid())
	ch.Close()
	x, ok = ch.Recv()
	fmt.Println(x, ok)
	c1, c2 := make(chan int), make(chan string)
	go func() { c2 <- "sel" }()
	i, rv, ok := reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c1)}, {Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c2)}})
	fmt.Println(i, rv, ok)
	i, rv, ok = reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c1)}, {Dir: reflect.SelectDefault}})
	fmt.Println(i, rv, ok)
	fmt.Println(reflect.TypeFor[Shape](), reflect.TypeOf(Sq{}).Implements(reflect.TypeFor[Shape]()))
	fmt.Println(reflect.ValueOf(65).Convert(reflect.TypeOf("")), reflect.ValueOf(300).Convert(reflect.TypeOf(uint8(0))), reflect.ValueOf(3.9).Convert(reflect.TypeOf(0)))
	s := reflect.MakeSlice(reflect.TypeOf([]string{}), 0, 2)
	s = reflect.Append(s, reflect.ValueOf("a"), reflect.ValueOf("b"))
	s = reflect.AppendSlice(s, reflect.ValueOf([]string{"c"}))
	fmt.Println(s, s.Len(), s.Cap(), s.Slice(1, 3))
	s.Index(0).SetString("Z")
	fmt.Println(s.Interface())
	fmt.Println(reflect.MapOf(reflect.TypeOf(""), reflect.TypeOf(1.5)), reflect.ArrayOf(3, reflect.TypeOf(1)), reflect.PointerTo(reflect.PointerTo(pt)), reflect.FuncOf([]reflect.Type{pt}, nil, false), reflect.ChanOf(reflect.RecvDir, pt))
	m := reflect.MakeMap(reflect.MapOf(reflect.TypeOf(""), reflect.TypeOf(1.5)))
	m.SetMapIndex(reflect.ValueOf("pi"), reflect.ValueOf(3.14))
	fmt.Println(m, m.MapIndex(reflect.ValueOf("pi")), m.MapIndex(reflect.ValueOf("no")).IsValid())
	it := m.MapRange()
	for it.Next() {
		fmt.Println(it.Key(), it.Value())
	}
	arr := reflect.New(reflect.ArrayOf(3, reflect.TypeOf(int8(1)))).Elem()
	arr.Index(1).SetInt(200)
	fmt.Println(arr, arr.Type())
	for _, f := range reflect.VisibleFields(v.Type()) {
		fmt.Println(f.Name, f.Type, f.Index, f.Anonymous, f.Tag, f.Offset, f.PkgPath)
	}
	sw := []string{"x", "y"}
	reflect.Swapper(sw)(0, 1)
	fmt.Println(sw)
	fmt.Println(reflect.ValueOf(inner), v.Field(0), []reflect.Value{v.Field(0)})
	fmt.Printf("%d %v %+v %s\n", v.Field(0), v.Field(1), v.Field(8-1), reflect.ValueOf(pt))
	fmt.Println(reflect.Zero(pt), reflect.Value{}, reflect.Zero(reflect.TypeFor[Shape]()))
	var e any = &t
	fmt.Println(reflect.Indirect(reflect.ValueOf(e)).Type(), reflect.ValueOf(&e).Elem().Kind(), reflect.ValueOf(&e).Elem().Elem().Kind())
}
