// Iterators with early exits, zipped by pulling, and one that goes on too long.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
)

type List[T any] struct {
	head, tail *elem[T]
	n          int
}
type elem[T any] struct {
	v    T
	next *elem[T]
}

func (l *List[T]) Push(vs ...T) *List[T] {
	for _, v := range vs {
		e := &elem[T]{v: v}
		if l.tail == nil {
			l.head = e
		} else {
			l.tail.next = e
		}
		l.tail = e
		l.n++
	}
	return l
}

func (l *List[T]) All() iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		defer fmt.Print("<cleanup>")
		i := 0
		for e := l.head; e != nil; e = e.next {
			if !yield(i, e.v) {
				return
			}
			i++
		}
	}
}

func Zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		na, sa := iter.Pull(a)
		defer sa()
		nb, sb := iter.Pull(b)
		defer sb()
		for {
			x, ok1 := na()
			y, ok2 := nb()
			if !ok1 || !ok2 || !yield(x, y) {
				return
			}
		}
	}
}

func Lines(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(s) {
			if !yield(strings.TrimRight(line, "\n")) {
				return
			}
		}
	}
}

func primes() iter.Seq[int] {
	return func(yield func(int) bool) {
		var found []int
	next:
		for n := 2; ; n++ {
			for _, p := range found {
				if n%p == 0 {
					continue next
				}
			}
			found = append(found, n)
			if !yield(n) {
				return
			}
		}
	}
}

func find(l *List[string], want string) (idx int, err error) {
	defer func() { err = errors.Join(err, errors.New("from defer")) }()
	for i, v := range l.All() {
		for j := range 3 {
			if v == want && j == 1 {
				return i*10 + j, nil
			}
		}
	}
	return -1, errors.New("missing")
}

func bad() iter.Seq[int] {
	return func(yield func(int) bool) {
		yield(1)
		yield(2)
	}
}

type Grid [3][3]int

func (g *Grid) Cells() iter.Seq2[[2]int, *int] {
	return func(yield func([2]int, *int) bool) {
		for r := range g {
			for c := range g[r] {
				if !yield([2]int{r, c}, &g[r][c]) {
					return
				}
			}
		}
	}
}

func main() {
	l := new(List[string]).Push("a", "b", "c")
	for i, v := range l.All() {
		if i == 1 {
			continue
		}
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	fmt.Println(find(l, "b"))
	fmt.Println(find(l, "z"))
outer:
	for i := range l.All() {
		for p := range primes() {
			if p > 10 {
				continue outer
			}
			if i == 1 {
				break outer
			}
			fmt.Print(p, ",")
		}
	}
	fmt.Println()
	for p, line := range Zip(primes(), Lines("one\ntwo\n\nfour")) {
		fmt.Printf("%d:%q ", p, line)
	}
	fmt.Println()
	var g Grid
	for at, cell := range g.Cells() {
		*cell = at[0]*3 + at[1]
		if *cell == 7 {
			break
		}
	}
	fmt.Println(g)
	words := strings.Fields("it was the best of times it was the worst of times")
	count := map[string]int{}
	for _, w := range words {
		count[w]++
	}
	byCount := map[int][]string{}
	for w, n := range count {
		byCount[n] = append(byCount[n], w)
	}
	for _, n := range slices.Backward(slices.Sorted(maps.Keys(byCount))) {
		slices.Sort(byCount[n])
		fmt.Println(n, byCount[n])
	}
	var fs []func() int
	for i := 0; i < 3; i++ {
		defer func() { fmt.Print("d", i, " ") }()
		fs = append(fs, func() int { i *= 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	r := rand.New(rand.NewPCG(1, 2))
	fmt.Println(r.IntN(100), r.Perm(5), r.Float64(), r.Int64N(1e12), rand.New(rand.NewChaCha8([32]byte{1})).Uint32())
	for w := range bytes.FieldsSeq([]byte(" x  yy ")) {
		fmt.Printf("%s|", w)
	}
	fmt.Println(slices.Collect(maps.Values(map[int]int{1: 2})), slices.SortedFunc(strings.SplitSeq("b,a", ","), strings.Compare))
	defer func() { fmt.Println("recovered:", recover()) }()
	for x := range bad() {
		fmt.Println("x", x)
		break
	}
}
