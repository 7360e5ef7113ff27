package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
)

// ---- embedding, promoted, method values
type Animal interface{ Sound() string }
type Named interface{ Name() string }
type Base struct{ name string }

func (b Base) Name() string      { return "base:" + b.name }
func (b *Base) SetName(s string) { b.name = s }

type Mid struct {
	*Base
	n int
}
type Top struct {
	Mid
	Animal
	m map[string]int
}
type Dog struct{ vol int }

func (d Dog) Sound() string { d.vol++; return fmt.Sprint("woof", d.vol) }

type Arr [3]int

func (a Arr) Sum() (s int) {
	for i := range a {
		a[i]++
		s += a[i]
	}
	return
}
func (a *Arr) Inc() {
	for i := range a {
		a[i]++
	}
}

type F func(int) int

func (f F) Call(n int) int { return f(n) }

type IntMap map[string]int

func (m IntMap) Put(k string, v int) { m[k] = v }

// ---- generics
type Number interface {
	~int | ~int64 | ~float64
}

func Sum[T Number](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}
func Map[T, U any](xs []T, f func(T) U) []U {
	r := make([]U, 0, len(xs))
	for _, x := range xs {
		r = append(r, f(x))
	}
	return r
}

type List[T any] struct {
	head, tail *node[T]
	size       int
}
type node[T any] struct {
	v    T
	next *node[T]
}

func (l *List[T]) Push(v T) *List[T] {
	n := &node[T]{v: v}
	if l.tail == nil {
		l.head, l.tail = n, n
	} else {
		l.tail.next, l.tail = n, n
	}
	l.size++
	return l
}
func (l *List[T]) All() func(yield func(int, T) bool) {
	return func(yield func(int, T) bool) {
		i := 0
		for n := l.head; n != nil; n = n.next {
			if !yield(i, n.v) {
				return
			}
			i++
		}
	}
}

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p Pair[K, V]) String() string { return fmt.Sprintf("<%v=%v>", p.Key, p.Val) }
func MakePairs[M ~map[K]V, K comparable, V any](m M, keys ...K) []Pair[K, V] {
	type local struct {
		k K
		v V
	}
	var ls []local
	for _, k := range keys {
		ls = append(ls, local{k, m[k]})
	}
	var out []Pair[K, V]
	for _, l := range ls {
		out = append(out, Pair[K, V]{l.k, l.v})
	}
	fmt.Printf("%T %T\n", ls, out)
	return out
}

type Stringer interface{ String() string }

func Join[T Stringer](xs []T) string {
	var b strings.Builder
	for i, x := range xs {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString(x.String())
	}
	return b.String()
}

type Tree[T interface{ Less(T) bool }] struct {
	l, r *Tree[T]
	v    T
}

func (t *Tree[T]) Insert(v T) *Tree[T] {
	if t == nil {
		return &Tree[T]{v: v}
	}
	if v.Less(t.v) {
		t.l = t.l.Insert(v)
	} else {
		t.r = t.r.Insert(v)
	}
	return t
}
func (t *Tree[T]) Walk(f func(T)) {
	if t == nil {
		return
	}
	t.l.Walk(f)
	f(t.v)
	t.r.Walk(f)
}

type Int int

func (a Int) Less(b Int) bool { return a < b }

type PtrTo[T any] interface {
	*T
	Set(string)
}
type Conf struct{ s string }

func (c *Conf) Set(s string) { c.s = s }
func Make[T any, P PtrTo[T]](s string) T {
	var t T
	P(&t).Set(s)
	return t
}

var errX = errors.New("x")

func named() (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("wrapped: %v: %w", r, errX)
			n *= 2
		}
	}()
	n = 21
	panic("boom")
}
func multi() (int, string, error) { return 1, "a", nil }
func variadic(pre string, xs ...interface{}) string {
	return fmt.Sprint(pre, len(xs), xs)
}

func main() {
	t := Top{Mid: Mid{&Base{"b"}, 1}, Animal: Dog{1}}
	fmt.Println(t.Name(), t.Sound(), t.Sound())
	t.SetName("c")
	f1 := t.Name
	f2 := t.SetName
	f2("d")
	fmt.Println(f1(), t.Name(), Top.Name(t), (*Top).Sound(&t))
	var nm Named = t
	nm2 := Named(&t)
	fmt.Println(nm.Name(), nm2.Name())
	var an Animal = &Dog{5}
	s := an.Sound
	fmt.Println(s(), s(), an.Sound())
	a := Arr{1, 2, 3}
	pa := &a
	fmt.Println(a.Sum(), a, pa.Sum(), len(pa))
	pa.Inc()
	inc := a.Inc
	inc()
	fmt.Println(a, *pa)
	fmt.Println(F(func(n int) int { return n * n }).Call(7))
	im := IntMap{}
	put := im.Put
	put("z", 26)
	fmt.Println(im)
	// anonymous
	pt := struct {
		X, Y int
		In   struct{ Z string }
	}{X: 1}
	pt.In.Z = "q"
	q := pt
	q.In.Z = "r"
	fmt.Printf("%+v %+v %v\n", pt, q, pt == q)
	// generics
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[int64]())
	fmt.Println(Map([]int{1, 2}, func(i int) string { return fmt.Sprint("n", i) }))
	l := (&List[string]{}).Push("a").Push("b").Push("c")
	for i, v := range l.All() {
		if v == "c" {
			break
		}
		fmt.Print(i, v, " ")
	}
	fmt.Println(l.size)
	ps := MakePairs(map[string]int{"a": 1, "b": 2}, "b", "a")
	fmt.Println(Join(ps), ps)
	ps2 := MakePairs(map[int]bool{1: true}, 1, 2)
	fmt.Println(Join(ps2))
	var tr *Tree[Int]
	for _, v := range []Int{5, 2, 8, 1} {
		tr = tr.Insert(v)
	}
	tr.Walk(func(i Int) { fmt.Print(i, " ") })
	fmt.Println()
	fmt.Println(Make[Conf]("hello"))
	fmt.Println(named())
	fmt.Println(multi())
	fmt.Println(variadic("p"), variadic("p", 1, "x"), variadic("q", []interface{}{1, 2}...), variadic("n", nil), variadic("n", nil...))
	// labels and goto
	i := 0
outer:
	for {
		for j := 0; ; j++ {
			switch {
			case j == 2:
				continue outer
			case i == 3:
				break outer
			}
			if j == 1 {
				i++
			}
		}
	}
	fmt.Println(i)
	k := 0
loop:
	if k < 3 {
		k++
		goto loop
	}
	fmt.Println(k)
	// switch
	for _, v := range []any{1, "s", nil, 2.5, []int{1}, errX, Dog{1}, &Dog{2}} {
		switch x := v.(type) {
		case int, float64:
			fmt.Printf("num %v;", x)
		case nil:
			fmt.Print("nil;")
		case string:
			fmt.Print("str "+x, ";")
		case error:
			fmt.Print("err ", x.Error(), ";")
		case Animal:
			fmt.Print("animal ", x.Sound(), ";")
		default:
			fmt.Printf("other %T;", x)
		}
	}
	fmt.Println()
	switch x := 5; {
	case x > 3:
		fmt.Print("big ")
		fallthrough
	case x > 100:
		fmt.Print("fall ")
	case x > 2:
		fmt.Print("no")
	default:
		fmt.Print("no")
	}
	fmt.Println()
	// closures in loops
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	// swaps
	x, y := 1, 2
	x, y = y, x
	arr := []int{1, 2, 3}
	arr[0], arr[2] = arr[2], arr[0]
	type SS struct{ a, b int }
	s1, s2 := SS{1, 2}, SS{3, 4}
	s1, s2 = s2, s1
	sp := []SS{{1, 2}, {3, 4}}
	sp[0], sp[1] = sp[1], sp[0]
	p1, p2 := &sp[0], &sp[1]
	*p1, *p2 = *p2, *p1
	fmt.Println(x, y, arr, s1, s2, sp)
	m := map[string]SS{"a": {1, 2}}
	v := m["a"]
	v.a = 100
	fmt.Println(m, v)
	mp := map[[2]int]string{{1, 2}: "x"}
	fmt.Println(mp[[2]int{1, 2}], len(mp))
	var iface any = s1
	s1.a = 77
	fmt.Println(iface, iface == any(SS{3, 4}), s1)
	c := iface.(SS)
	c.b = 1000
	fmt.Println(iface, c)
	nested := [2][2]int{{1, 2}, {3, 4}}
	row := nested[0]
	row[0] = 9
	nn := nested
	nn[1][1] = 8
	fmt.Println(nested, row, nn)
	for i, r := range nested {
		r[0] = 100
		nested[1][0] = 55
		fmt.Print(i, r, " ")
	}
	fmt.Println(nested)
	ch := make(chan SS, 1)
	ch <- s1
	s1.a = 1
	fmt.Println(<-ch)
	fn := func(s SS) SS { s.a++; return s }
	fmt.Println(fn(s1), s1)
	defer fmt.Println("deferred", s1)
	s1.a = 2
	func() {
		defer func() { fmt.Println(recover()) }()
		var e Animal
		e.Sound()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var tp *Top
		tp.SetName("x")
	}()
	for i, r := range "héy\xff" {
		fmt.Print(i, ":", string(r), " ")
	}
	fmt.Println()
	if len(os.Args) > 5 {
		return
	}
	const big = 1 << 40
	var u8 uint8 = 200
	u8 += 100
	var i64 int64 = big
	fmt.Println(u8, i64<<20, -7/2, -7%3, 7&^5, ^0, 1<<3|1)
	var c128 = complex(1, 2)
	c128 *= c128
	fmt.Println(c128, real(c128), imag(c128), c128 == complex(-3, 4))
	clear(im)
	fmt.Println(min(3, 1, 2), max(2.5, 1), len(im))
}
