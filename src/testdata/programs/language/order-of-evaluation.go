package main

import "fmt"

type S struct{ a, b int }

var g = 1
var gs = S{1, 2}
var arr = [3]int{1, 2, 3}
var sl = []int{1, 2, 3}
var m = map[string]int{"a": 1}
var ip any = 1
var str = "abc"

func set() int {
	g = 100
	gs = S{100, 200}
	arr[0] = 100
	sl[0] = 100
	m["a"] = 100
	ip = 100
	str = "xyzw"
	return 7
}
func reset() {
	g = 1
	gs = S{1, 2}
	arr = [3]int{1, 2, 3}
	sl = []int{1, 2, 3}
	m = map[string]int{"a": 1}
	ip = 1
	str = "abc"
}
func p(x ...any)                 { fmt.Println(x...); reset() }
func two(a, b int)               { fmt.Println(a, b); reset() }
func sb(a bool, b int)           { fmt.Println(a, b); reset() }
func st(a S, b int)              { fmt.Println(a, b); reset() }
func is(a []int, b int)          { fmt.Println(a, b); reset() }
func ss(a string, b int)         { fmt.Println(a, b); reset() }
func aa(a [3]int, b int)         { fmt.Println(a, b); reset() }
func an(a any, b int)            { fmt.Println(a, b); reset() }
func mm(a map[string]int, b int) { fmt.Println(a, b); reset() }
func fl(a float64, b int)        { fmt.Println(a, b); reset() }

type T struct{ x int }

func (t T) V(n int) { fmt.Println("V", t.x, n) }

func ret2() (int, int) { return g, set() }
func retm() (int, int) { return m["a"], set() }

func main() {
	p(g, set())
	p(gs, set())
	p(arr, set())
	p(sl[0], set())
	p(m["a"], set())
	p(ip, set())
	p(str, set())
	p(len(str), set())
	p(str[0], set())
	p(str[1:], set())
	p(sl[:1], set())
	p(ip.(int), set())
	p(gs.a, set())
	p(gs == S{1, 2}, set())
	p(g == 1, set())
	p(g == 1 && g < 5, set())
	p(g+1, set())
	p(&gs, set())
	p([]byte(str), set())
	p(string([]byte(str)), set())
	p(float64(g), set())
	p(append(sl, 9), set())
	p(append([]int{g}, g), set())
	p(S{g, g}, set())
	p([]int{g}, set())
	p(map[string]int{"k": g}, set())
	p(min(g, 50), set())
	p(func() int { return g }(), set())
	two(g, set())
	two(arr[0], set())
	two(sl[0], set())
	two(m["a"], set())
	two(len(str), set())
	two(ip.(int), set())
	two(min(g, 50), set())
	sb(g == 1, set())
	sb(g == 1 && g < 5, set())
	sb(gs == S{1, 2}, set())
	st(gs, set())
	st(S{g, g}, set())
	is(sl, set())
	is([]int{g}, set())
	ss(str, set())
	ss(str+"!", set())
	ss(string(sl[0]+64), set())
	aa(arr, set())
	an(g, set())
	an(gs, set())
	an(m["a"], set())
	an(str, set())
	mm(map[string]int{"k": g}, set())
	fl(float64(g), set())
	fmt.Println(ret2())
	reset()
	fmt.Println(retm())
	reset()
	x := g + set()
	fmt.Println(x)
	reset()
	x = g
	x += set() * g
	fmt.Println(x)
	reset()
	g += set()
	fmt.Println(g)
	reset()
	sl[0] += set()
	fmt.Println(sl)
	reset()
	m["a"] += set()
	fmt.Println(m)
	reset()
	a, b := g, set()
	fmt.Println(a, b)
	reset()
	arr[0], b = g, set()
	fmt.Println(arr, b)
	reset()
	t := T{1}
	t.V(func() int { t.x = 5; return 2 }())
	tp := &T{1}
	tp.V(func() int { tp.x = 5; return 2 }())
	tp.V(func() int { tp = &T{9}; return 2 }())
	fv := func(n int) { fmt.Println("old", n) }
	fv(func() int { fv = func(n int) { fmt.Println("new", n) }; return 3 }())
	i := 0
	i, sl[i] = 1, 50
	fmt.Println(i, sl)
	reset()
	var pp *int
	func() {
		defer func() { fmt.Println(recover(), g) }()
		*pp = set()
	}()
	reset()
	func() {
		defer func() { fmt.Println(recover(), g) }()
		two(*pp, set())
	}()
	reset()
	func() {
		defer func() { fmt.Println(recover(), g) }()
		k := 5
		sl[k] = set()
	}()
	reset()
	func() {
		defer func() { fmt.Println(recover(), g) }()
		k := 5
		two(sl[k], set())
	}()
	reset()
	y := []int{1, 2, 3}
	for i, y[i] = range y {
	}
	fmt.Println(y)
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	p(g, <-ch, set(), <-ch)
	switch g {
	case set():
		fmt.Println("set")
	case 1:
		fmt.Println("one", g)
	}
	reset()
}
