// Which of two panics in one statement comes first: gc evaluates min, len, slicing, assertions and
// their like before all that it evaluates with the statement.
package main

import "fmt"

var i1, i2, i3 = 1, 2, 3
var z = 0

type S struct{ a, b int }

type N struct {
	l, r *N
	v    int
}

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func sink(a ...any) {}

//go:noinline
func two(a, b any) {}

//go:noinline
func ints(a []int8, b int8) {}

//go:noinline
func intsAny(a []int8, b any) {}

func main() {
	operations()
	assignments()
	literals()
}

func operations() {
	var v []int8
	var w []int
	var st []string
	try("println slice,int8", func() { fmt.Println([]int8{v[i1]}, v[i2]) })
	try("println slice,int", func() { fmt.Println([]int8{v[i1]}, w[i2]) })
	try("println slice,string", func() { fmt.Println([]int8{v[i1]}, st[i2]) })
	try("println int8,int8", func() { fmt.Println(v[i1], v[i2]) })
	try("println int8,int", func() { fmt.Println(v[i1], w[i2]) })
	try("println int,int8", func() { fmt.Println(w[i1], v[i2]) })
	try("println string,int8", func() { fmt.Println(st[i1], v[i2]) })
	try("println array,int8", func() { fmt.Println([2]int8{v[i1]}, v[i2]) })
	try("println struct,int8", func() { fmt.Println(struct{ a int8 }{v[i1]}, v[i2]) })
	try("println struct2,int8", func() { fmt.Println(struct{ a, b int8 }{v[i1], 3}, v[i2]) })
	try("println slice,array", func() { fmt.Println([]int8{v[i1]}, [2]int8{v[i2]}) })
	try("println slice,slice", func() { fmt.Println([]int8{v[i1]}, []int8{v[i2]}) })
	try("printf slice,int8", func() { fmt.Printf("%v %v", []int8{v[i1]}, v[i2]) })
	try("any slice,int8", func() { var x = []any{[]int8{v[i1]}, v[i2]}; _ = x })
	try("sink slice,int8", func() { sink([]int8{v[i1]}, v[i2]) })
	try("two slice,int8", func() { two([]int8{v[i1]}, v[i2]) })
	try("two int,int8", func() { two(w[i1], v[i2]) })
	try("two slice,slice", func() { two([]int8{v[i1]}, []int8{v[i2]}) })
	try("ints slice,int8", func() { ints([]int8{v[i1]}, v[i2]) })
	try("intsany slice,int8", func() { intsAny([]int8{v[i1]}, v[i2]) })
	try("array,int8", func() { two([2]int8{v[i1]}, v[i2]) })
	try("array,slice", func() { two([2]int8{v[i1]}, []int8{v[i2]}) })
	try("println ptr,int8", func() { fmt.Println(&struct{ a int8 }{v[i1]}, v[i2]) })
	try("println map,int8", func() { fmt.Println(map[int]int8{1: v[i1]}, v[i2]) })
	try("add, len", func() { fmt.Println(w[i1] + len(st[i2])) })
	try("add, max", func() { fmt.Println(w[i1] + max(w[i2], 1)) })
	try("div, max", func() { fmt.Println(i1/z + max(w[i2], 1)) })
	try("add, append", func() { fmt.Println(w[i1], append(w, w[i2])) })
	try("add, slice", func() { fmt.Println(w[i1], w[:w[i2]]) })
	try("slice of", func() { fmt.Println(w[i1], w[i2:]) })
	try("add, &&", func() { fmt.Println(w[i1] == 1, w[i2] == 1 && w[i3] == 1) })
	try("eq &&", func() { var b bool = (w[i1] == 1) == (w[i2] == 1 && w[i3] == 1); _ = b })
	var e any = "x"
	try("assert", func() { var b = w[i1] + len(e.([]int)); _ = b })
	try("assert2", func() { var b = w[i1] + e.(int); _ = b })
	try("assert ptr", func() { var b = w[i1] + *e.(*int); _ = b })
	try("str", func() { var b = st[i1] + string(st[i2][2:]); _ = b })
	try("bytes", func() { var b = w[i1] + len([]byte(st[i2])); _ = b })
	try("runes", func() { var b = w[i1] + len([]rune(st[i2])); _ = b })
	try("make", func() { var b = w[i1] + len(make([]int, w[i2])); _ = b })
	try("make2", func() { var b = w[i1] + cap(make([]int, -i2)); _ = b })
	try("conv", func() { var b = w[i1] + len([4]int(w)); _ = b })
	var m map[string]int
	try("map", func() { var b = w[i1] + m[st[i2]]; _ = b })
	try("map any", func() { var mm = map[any]int{}; var b = w[i1] + mm[w]; _ = b })
	try("iface eq", func() { var f, g any = w, w; var b = w[i1] == 1 == (f == g); _ = b })
}

func assignments() {
	var w []int
	var v []int8
	var st []string
	m := map[string]int{}
	mi := map[int]int{}
	ms := map[S]int{}
	ma := map[any]int{}
	var nm map[string]int
	var p *N
	var e any = 1
	try("m[k]=v", func() { m[st[i1]] = w[i2] })
	try("mi[k]=v", func() { mi[w[i1]] = w[i2] })
	try("ms[k]=v", func() { ms[S{w[i1], 1}] = w[i2] })
	try("ma[k]=v", func() { ma[w[i1]] = w[i2] })
	try("nm[k]=v", func() { nm["a"] = w[i2] })
	try("nm[k]=len", func() { nm["a"] = len(st[i2]) })
	try("m[k]+=v", func() { m[st[i1]] += w[i2] })
	try("nm[k]+=v", func() { nm[st[i1]] += w[i2] })
	try("nm[k]+=v", func() { nm["x"] += w[i2] })
	try("m[k]+=p", func() { m[st[i1]] += p.v })
	try("w+=len", func() { w[i1] += len(st[i2]) })
	try("w+=w", func() { w[i1] += w[i2] })
	try("w[len]=w", func() { w[len(st[i1])] = w[i2] })
	try("w[w]=w", func() { w[w[i1]] = w[i2] })
	try("w[0]=len", func() { w[i3] = len(st[i2]) })
	try("p.v=len", func() { p.v = len(st[i2]) })
	try("p.l.v=w", func() { p.l.v = w[i2] })
	try("p.v+=len", func() { p.v += len(st[i2]) })
	try("w,w=len", func() { w[i1], w[i2] = len(st[i3]), 2 })
	try("a,b:=", func() { a, b := w[i1], len(st[i3]); _, _ = a, b })
	try("ma + w", func() { a := w[i1] + mi[w[i2]]; _ = a })
	try("mi + w + len", func() { a := w[i1] + mi[w[i2]] + len(st[i3]); _ = a })
	try("ma w", func() { a := w[i1] + ma[w[i2]]; _ = a })
	try("mi mi", func() { a := mi[w[i1]] + mi[w[i2]]; _ = a })
	try("p.v mi", func() { a := p.v + mi[w[i2]]; _ = a })
	try("concat", func() { a := st[i1] + st[i2]; _ = a })
	try("concat eq", func() { a := st[i1] == st[i2]+"x"; _ = a })
	try("concat eq2", func() { a := w[i1] == 1 == (st[i2] == "x"+st[i3]); _ = a })
	try("str eq", func() { a := w[i1] == 1 == (st[i2] == st[i3]); _ = a })
	try("conv", func() { a := w[i1] == 1 == ("a" == string(rune(w[i2]))); _ = a })
	try("any", func() { a := w[i1] == 1 == (any(w[i2]) == e); _ = a })
	try("slicelit", func() { a := w[i1] + []int{w[i2]}[0]; _ = a })
	try("arraylit", func() { a := w[i1] + [2]int{w[i2]}[w[i3]]; _ = a })
	try("structlit", func() { a := w[i1] + S{w[i2], 3}.a; _ = a })
	try("ptrlit", func() { a := w[i1] + (&S{w[i2], 3}).a; _ = a })
	try("return", func() { f := func() (int, int) { return w[i1], len(st[i2]) }; f() })
	try("return2", func() { f := func() (a int, b string) { return w[i1], string(rune(v[i2])) }; f() })
	try("send", func() { c := make(chan int, 1); c <- w[i1] + len(st[i2]) })
	try("if", func() {
		if w[i1] == len(st[i2]) {
		}
	})
	try("switch", func() {
		switch w[i1] {
		case len(st[i2]):
		}
	})
	try("switch2", func() {
		switch w[i1] + len(st[i2]) {
		case 1:
		}
	})
	try("for", func() {
		for w[i1] < len(st[i2]) {
		}
	})
	try("range", func() {
		for range w[w[i1]:len(st[i2])] {
		}
	})
	try("call", func() { _ = fmt.Sprint(w[i1], fmt.Sprint(w[i2]), len(st[i3])) })
	try("call2", func() { _ = fmt.Sprint(w[i1], len(st[i3]), fmt.Sprint(w[i2])) })
	try("go", func() { defer two(w[i1], len(st[i3])) })
	try("shift", func() { a := w[i1] + 1<<w[i2]; _ = a })
	try("shift2", func() { s := -1; a := w[i1] + max(1<<s, 2); _ = a })
	try("shift3", func() { s := -1; a := p.v + max(1<<s, 2); _ = a })
	try("nil nil", func() { a := p.v + max(p.l.v, 2); _ = a })
	try("slice expr", func() { a := w[w[i1]:w[i2]]; _ = a })
	try("slice expr2", func() { a := w[w[i1]:len(st[i2])]; _ = a })
	try("slice expr3", func() { a := w[p.v:len(st[i2]):i1]; _ = a })
	try("copy", func() { a := w[i1] + copy(w, w[i2:]); _ = a })
	try("struct eq", func() { a := w[i1] == 1 == (S{w[i2], 3} == S{w[i3], 1}); _ = a })
	try("complex", func() { a := float64(w[i1]) + real(complex(float64(w[i2]), 1)); _ = a })
	try("closure", func() { a := w[i1] + func() int { return w[i2] }(); _ = a })
	try("not", func() { a := !(w[i1] == 1) == !(w[i2] == 2 || w[i3] == 2); _ = a })
}

func literals() {
	var w []int
	var st []string
	m := map[int]int{}
	try("lit", func() { a := []int{w[i1], m[w[i2]]}; _ = a })
	try("slit", func() { a := S{w[i1], m[w[i2]]}; _ = a })
	try("pslit", func() { a := &S{w[i1], m[w[i2]]}; _ = a })
	try("nlit", func() { a := [][]int{{w[i1]}, {m[w[i2]]}}; _ = a })
	try("maplit", func() { a := map[int]int{w[i1]: m[w[i2]]}; _ = a })
	try("ret", func() { f := func() (int, []int) { return w[i1], []int{w[i2]} }; f() })
	try("par", func() { a, b := w[i1], []int{w[i2]}; _, _ = a, b })
	try("par2", func() { a, b := w[i1], m[w[i2]]; _, _ = a, b })
	try("eq", func() {
		if st[i1] == "a" && st[i2] == "b" || m[w[i3]] == 3 {
		}
	})
	try("eq", func() {
		if len(w) == 0 && w[i1] == m[w[i2]] {
		}
	})
	try("append", func() { w = append(w, w[i1], m[w[i2]]) })
	try("append2", func() { w = append(w[:w[i1]], w[i2:]...) })
	try("send", func() { c := make(chan int, 1); c <- w[i1] + m[w[i2]] })
	try("min", func() { w = append(w, min(w[i1], m[w[i2]])) })
}
