// vet: unusedresult
package main

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"sort"
	"strings"
)

type Number interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~float32 | ~float64
}

type Celsius float64

func (c Celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }

func Sum[S ~[]E, E Number](s S) (t E) {
	for _, v := range s {
		t += v
	}
	return
}

func Map[T, U any](s []T, f func(T) U) []U {
	out := make([]U, 0, len(s))
	for _, v := range s {
		out = append(out, f(v))
	}
	return out
}

func Filter[S ~[]E, E any](s S, pred func(E) bool) S {
	var out S
	for _, v := range s {
		if pred(v) {
			out = append(out, v)
		}
	}
	return out
}

func Reduce[T, A any](s []T, init A, f func(A, T) A) A {
	for _, v := range s {
		init = f(init, v)
	}
	return init
}

type Set[T comparable] map[T]struct{}

func SetOf[T comparable](vs ...T) Set[T] {
	s := Set[T]{}
	for _, v := range vs {
		s[v] = struct{}{}
	}
	return s
}
func (s Set[T]) Union(o Set[T]) Set[T] {
	r := maps.Clone(s)
	maps.Copy(r, o)
	return r
}
func (s Set[T]) Has(v T) bool { _, ok := s[v]; return ok }

type Ordered[K cmp.Ordered, V any] struct {
	m    map[K]V
	keys []K
}

func (o *Ordered[K, V]) Put(k K, v V) {
	if o.m == nil {
		o.m = make(map[K]V)
	}
	if _, ok := o.m[k]; !ok {
		i, _ := slices.BinarySearch(o.keys, k)
		o.keys = slices.Insert(o.keys, i, k)
	}
	o.m[k] = v
}

func (o *Ordered[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for _, k := range o.keys {
			if !yield(k, o.m[k]) {
				return
			}
		}
	}
}

type Node[T any] struct {
	Val         T
	Left, Right *Node[T]
}

func (n *Node[T]) Insert(v T, less func(a, b T) bool) *Node[T] {
	if n == nil {
		return &Node[T]{Val: v}
	}
	if less(v, n.Val) {
		n.Left = n.Left.Insert(v, less)
	} else {
		n.Right = n.Right.Insert(v, less)
	}
	return n
}

func (n *Node[T]) InOrder(yield func(T) bool) bool {
	return n == nil || n.Left.InOrder(yield) && yield(n.Val) && n.Right.InOrder(yield)
}

type Option[T any] struct {
	v  T
	ok bool
}

func Some[T any](v T) Option[T] { return Option[T]{v, true} }
func None[T any]() Option[T]    { return Option[T]{} }
func (o Option[T]) OrElse(d T) T {
	if o.ok {
		return o.v
	}
	return d
}

type Result[T any] struct {
	Val T
	Err error
}

func Try[T any](f func() (T, error)) (r Result[T]) {
	defer func() {
		if p := recover(); p != nil {
			r.Err = fmt.Errorf("panic: %v", p)
		}
	}()
	v, err := f()
	return Result[T]{v, err}
}

type Shape interface {
	Area() float64
	comparable
}
type Sq struct{ s float64 }
type Ci struct{ r float64 }

func (s Sq) Area() float64 { return s.s * s.s }
func (c Ci) Area() float64 { return 3 * c.r * c.r }

func Largest[S Shape](ss ...S) S {
	return slices.MaxFunc(ss, func(a, b S) int { return cmp.Compare(a.Area(), b.Area()) })
}

type Cache[K comparable, V any] struct {
	load         func(K) (V, error)
	data         map[K]V
	hits, misses int
}

func NewCache[K comparable, V any](load func(K) (V, error)) *Cache[K, V] {
	return &Cache[K, V]{load: load, data: map[K]V{}}
}
func (c *Cache[K, V]) Get(k K) (v V, err error) {
	if v, ok := c.data[k]; ok {
		c.hits++
		return v, nil
	}
	c.misses++
	if v, err = c.load(k); err == nil {
		c.data[k] = v
	}
	return
}

type Pair[A, B any] struct {
	First  A
	Second B
}
type IntPair = Pair[int, int]
type Vec[T Number] = []T

func Zip[A, B any](a []A, b []B) iter.Seq[Pair[A, B]] {
	return func(yield func(Pair[A, B]) bool) {
		for i := range min(len(a), len(b)) {
			if !yield(Pair[A, B]{a[i], b[i]}) {
				return
			}
		}
	}
}

type Stack[T any] []T

func (s *Stack[T]) Push(v T) { *s = append(*s, v) }
func (s *Stack[T]) Pop() (v T, ok bool) {
	if len(*s) == 0 {
		return v, false
	}
	v = (*s)[len(*s)-1]
	*s = (*s)[:len(*s)-1]
	return v, true
}

type Constraint[T any] interface {
	*T
	Set(string)
}
type Conf struct{ v string }

func (c *Conf) Set(s string) { c.v = s }
func Make[T any, P Constraint[T]](ss ...string) []T {
	out := make([]T, len(ss))
	for i, s := range ss {
		P(&out[i]).Set(s)
	}
	return out
}

func main() {
	fmt.Println(Sum([]Celsius{1.5, 2}), Sum(Vec[int8]{100, 27, 1}))
	fmt.Println(Map([]int{1, 2}, func(i int) string { return strings.Repeat("x", i) }))
	type ids []int
	fmt.Printf("%T %v\n", Filter(ids{1, 2, 3, 4}, func(i int) bool { return i%2 == 0 }), Reduce([]string{"a", "b"}, 0, func(n int, s string) int { return n + len(s) }))
	u := SetOf(1, 2).Union(SetOf(2, 3))
	fmt.Println(len(u), u.Has(3), slices.Sorted(maps.Keys(u)))
	fmt.Printf("%T %v\n", u, u)
	var o Ordered[string, int]
	for i, w := range strings.Fields("the quick brown fox jumps over the lazy dog") {
		o.Put(w, i)
	}
	for k, v := range o.All() {
		if k == "over" {
			break
		}
		fmt.Print(k, "=", v, " ")
	}
	fmt.Println()
	var root *Node[string]
	for _, s := range []string{"m", "c", "x", "a"} {
		root = root.Insert(s, func(a, b string) bool { return a < b })
	}
	root.InOrder(func(s string) bool { fmt.Print(s, " "); return s != "m" })
	fmt.Println()
	fmt.Println(Some(3).OrElse(4), None[string]().OrElse("d"), Some([]int{1}))
	fmt.Println(Try(func() (int, error) { var m map[string]int; m["a"] = 1; return 1, nil }))
	fmt.Println(Try(func() (string, error) { return "", errors.New("e") }).Err)
	fmt.Println(Largest(Sq{2}, Sq{3}), Largest[Ci](Ci{1}))
	c := NewCache(func(k int) (string, error) {
		if k < 0 {
			return "", fmt.Errorf("neg %d", k)
		}
		return strings.Repeat("*", k), nil
	})
	for _, k := range []int{1, 2, 1, -1, 2} {
		v, err := c.Get(k)
		fmt.Printf("%q %v;", v, err)
	}
	fmt.Println(c.hits, c.misses)
	fmt.Printf("%T %+v %T\n", IntPair{1, 2}, Pair[string, []int]{"a", nil}, Pair[Option[int], map[string]Pair[int, error]]{})
	for p := range Zip([]int{1, 2, 3}, []string{"a", "b"}) {
		fmt.Print(p, " ")
	}
	fmt.Println()
	var st Stack[rune]
	for _, r := range "héy" {
		st.Push(r)
	}
	for r, ok := st.Pop(); ok; r, ok = st.Pop() {
		fmt.Print(string(r))
	}
	fmt.Println()
	fmt.Println(Make[Conf]("a", "b"))
	words := strings.Fields("b a c b a b")
	count := map[string]int{}
	for _, w := range words {
		count[w]++
	}
	keys := slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(-cmp.Compare(count[a], count[b]), strings.Compare(a, b))
	})
	fmt.Println(keys, slices.Collect(maps.Values(map[int]int{1: 2})))
	next, stop := iter.Pull(slices.Values(keys))
	a, ok := next()
	fmt.Println(a, ok)
	stop()
	a, ok = next()
	fmt.Printf("%q %v\n", a, ok)
	fmt.Println(slices.Chunk([]int{1, 2, 3, 4, 5}, 2) != nil, slices.Collect(slices.Chunk([]int{1, 2, 3, 4, 5}, 2)))
	people := []Pair[string, int]{{"A", 3}, {"B", 1}, {"C", 3}}
	slices.SortStableFunc(people, func(a, b Pair[string, int]) int { return cmp.Compare(b.Second, a.Second) })
	fmt.Println(people, slices.IndexFunc(people, func(p Pair[string, int]) bool { return p.First == "B" }))
	sort.Sort(sort.Reverse(sort.IntSlice([]int{1})))
	fmt.Println(slices.Compact([]int{1, 1, 2, 2, 1}), slices.Equal([]int{1}, []int{1}), slices.Max([]float64{1, 3, 2}))
	fmt.Println(min(3, 1, 2), max("a", "b"), cmp.Compare(1.5, 2), cmp.Less("a", "A"))
	defer func() { fmt.Println(recover()) }()
	slices.Chunk([]int{1}, 0)
}
