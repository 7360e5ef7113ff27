package main

import (
	"errors"
	"fmt"
	"os"
	"sort"
	"strings"
	"sync"
	"time"
)

type Shape interface {
	Area() float64
	Perimeter() float64
}
type Rect struct{ W, H float64 }

func (r Rect) Area() float64      { return r.W * r.H }
func (r Rect) Perimeter() float64 { return 2 * (r.W + r.H) }

type Logger struct {
	mu    sync.Mutex
	lines []string
}

func (l *Logger) Logf(f string, a ...any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lines = append(l.lines, fmt.Sprintf(f, a...))
}

type Service struct {
	*Logger
	sync.RWMutex
	handlers map[string]func(...string) (string, error)
	done     chan struct{}
}
type MyErr struct{ code int }

func (e *MyErr) Error() string { return fmt.Sprintf("code %d", e.code) }
func (e *MyErr) Is(t error) bool {
	_, ok := t.(*MyErr)
	return ok
}

type Stack[T any] []T

func (s *Stack[T]) Push(v T) { *s = append(*s, v) }
func (s *Stack[T]) Pop() (v T, ok bool) {
	if len(*s) == 0 {
		return
	}
	v = (*s)[len(*s)-1]
	*s = (*s)[:len(*s)-1]
	return v, true
}

type Set[K comparable] map[K]struct{}

func (s Set[K]) Add(k K) Set[K] { s[k] = struct{}{}; return s }
func Keys[M ~map[K]V, K comparable, V any](m M) []K {
	r := make([]K, 0, len(m))
	for k := range m {
		r = append(r, k)
	}
	return r
}
func Filter[T any](seq func(func(T) bool), pred func(T) bool) func(func(T) bool) {
	return func(yield func(T) bool) {
		for v := range seq {
			if pred(v) && !yield(v) {
				return
			}
		}
	}
}
func Count(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				fmt.Print("[stop]")
				return
			}
		}
	}
}
func find(n int) (res int, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("find: %w", err)
		}
	}()
	for v := range Filter(Count(100), func(i int) bool { return i%7 == 6 }) {
		for w := range Count(3) {
			defer fmt.Print("d", v, w, " ")
			if v+w == n {
				return v*1000 + w, nil
			}
			if v > 30 {
				return 0, &MyErr{v}
			}
		}
	}
	return -1, nil
}

type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
)

func (d Weekday) String() string { return [...]string{"Sun", "Mon", "Tue"}[d] }

type Matrix [2][2]float64

func (m Matrix) Mul(o Matrix) (r Matrix) {
	for i := range r {
		for j := range r[i] {
			for k := range o {
				r[i][j] += m[i][k] * o[k][j]
			}
		}
	}
	return
}

type Visitor func(n *Node) Visitor
type Node struct {
	Val         int
	Left, Right *Node
	Meta        struct {
		Tags []string
		Pos  [2]int
	}
}

func (n *Node) Walk(v Visitor) {
	if n == nil || v == nil {
		return
	}
	w := v(n)
	n.Left.Walk(w)
	n.Right.Walk(w)
}

var (
	table = map[string]struct {
		f    func(float64, float64) float64
		prec int
	}{
		"+": {func(a, b float64) float64 { return a + b }, 1},
		"*": {func(a, b float64) float64 { return a * b }, 2},
	}
	primes  = sieve(30)
	initted = func() string { return strings.Repeat("ab", len(primes)) }()
)

func sieve(n int) (ps []int) {
	comp := make([]bool, n+1)
	for i := 2; i <= n; i++ {
		if comp[i] {
			continue
		}
		ps = append(ps, i)
		for j := i * i; j <= n; j += i {
			comp[j] = true
		}
	}
	return
}

func main() {
	var shapes []Shape
	shapes = append(shapes, Rect{1, 2}, &Rect{3, 4})
	sort.Slice(shapes, func(i, j int) bool { return shapes[i].Area() > shapes[j].Area() })
	for _, s := range shapes {
		switch s := s.(type) {
		case Rect:
			s.W = 100
			fmt.Print("val ", s.Area(), " ")
		case *Rect:
			s.W = 10
			fmt.Print("ptr ", s.Area(), " ")
		}
	}
	fmt.Println(shapes[0].Area(), shapes[1].Area())
	s := &Service{Logger: &Logger{}, handlers: make(map[string]func(...string) (string, error)), done: make(chan struct{})}
	s.handlers["echo"] = func(a ...string) (string, error) { return strings.Join(a, "-"), nil }
	s.handlers["fail"] = func(...string) (string, error) { return "", &MyErr{42} }
	s.Lock()
	for _, k := range []string{"echo", "fail", "none"} {
		if h, ok := s.handlers[k]; !ok {
			s.Logf("no %s", k)
		} else if r, err := h("a", "b"); err != nil {
			var me *MyErr
			s.Logf("%s: %v %t %t", k, err, errors.As(err, &me), errors.Is(fmt.Errorf("w: %w", err), &MyErr{}))
		} else {
			s.Logf("%s: %s", k, r)
		}
	}
	s.Unlock()
	fmt.Println(strings.Join(s.lines, "; "))
	var st Stack[Pair2]
	st.Push(Pair2{1, "a"})
	st.Push(Pair2{2, "b"})
	p, ok := st.Pop()
	p.n++
	q, _ := st.Pop()
	_, ok2 := st.Pop()
	fmt.Println(p, ok, q, ok2)
	ks := Keys(Set[string]{}.Add("x").Add("y").Add("x"))
	sort.Strings(ks)
	fmt.Println(ks)
	fmt.Println(find(15))
	fmt.Println(find(-5))
	fmt.Printf("%v %d %s|%v\n", Monday, Monday, Tuesday, map[Weekday]int{Sunday: 1, Tuesday: 3})
	m := Matrix{{1, 1}, {1, 0}}
	f := m
	for range 5 {
		f = f.Mul(m)
	}
	fmt.Println(f, m)
	root := &Node{Val: 1, Left: &Node{Val: 2, Right: &Node{Val: 4}}, Right: &Node{Val: 3}}
	root.Meta.Tags = append(root.Meta.Tags, "t")
	root.Meta.Pos[1]++
	cp := *root
	cp.Meta.Pos[0] = 9
	depth, sum := 0, 0
	var v Visitor
	v = func(n *Node) Visitor { depth++; sum += n.Val; return v }
	root.Walk(v)
	fmt.Println(depth, sum, root.Meta, cp.Meta)
	fmt.Println(table["+"].f(1, 2), table["*"].prec, primes, initted)
	var wg sync.WaitGroup
	res := make([]int, 5)
	for i := range res {
		wg.Add(1)
		go func() {
			defer wg.Done()
			time.Sleep(time.Duration(5-i) * time.Millisecond)
			res[i] = i * i
		}()
	}
	wg.Wait()
	fmt.Println(res)
	tick := time.NewTicker(time.Millisecond)
	n := 0
L:
	for {
		select {
		case <-tick.C:
			if n++; n == 3 {
				tick.Stop()
				close(s.done)
			}
		case <-s.done:
			break L
		case <-time.After(time.Second):
			os.Exit(3)
		}
	}
	fmt.Println("ticks", n)
	func() {
		defer func() {
			r := recover()
			err, isErr := r.(error)
			fmt.Println(isErr, err)
		}()
		var arr [5]int
		idx := 5
		fmt.Println(arr[idx%len(arr)], arr[idx])
	}()
	x := []int{1, 2, 3, 4, 5}
	y := x[1:3:4]
	y = append(y, 10)
	y = append(y, 11)
	y[0] = 99
	copy(x[2:], x)
	fmt.Println(x, y, len(y), cap(x[1:3:4]))
	type key struct {
		a int
		b string
	}
	mm := map[key][]int{}
	mm[key{1, "a"}] = append(mm[key{1, "a"}], 1, 2)
	mm[key{1, "a"}][0]++
	delete(mm, key{2, "b"})
	fmt.Println(mm, len(mm[key{}]))
	var np *Node
	defer func() {
		fmt.Println("main recovered:", recover())
		var e error = (*MyErr)(nil)
		fmt.Println(e == nil, e != nil)
	}()
	fmt.Println(np.Val)
}

type Pair2 struct {
	n int
	s string
}
