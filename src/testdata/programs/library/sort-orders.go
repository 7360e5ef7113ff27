// The orders that sort and slices leave equal elements in, and pointers into what is sorted.
package main

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
)

type rec struct {
	k   int
	s   string
	in  struct{ a, b int }
	arr [2]int
}
type byK []rec

func (b byK) Len() int           { return len(b) }
func (b byK) Less(i, j int) bool { return b[i].k < b[j].k }
func (b byK) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func main() {
	seed := uint32(7)
	rnd := func(n int) int { seed = seed*1664525 + 1013904223; return int(seed>>8) % n }
	nan := 0.0
	nan = nan / nan
	for _, n := range []int{0, 1, 2, 7, 12, 13, 40, 60, 300, 1000} {
		for _, mod := range []int{1, 3, 50, 100000} {
			mk := func() []rec {
				l := make([]rec, n)
				for i := range l {
					l[i] = rec{k: rnd(mod), s: fmt.Sprint(i)}
					l[i].in.a = i
					l[i].arr[1] = i
				}
				return l
			}
			h := func(l []rec) (x uint32) {
				for i, r := range l {
					x = x*31 + uint32(r.k) + uint32(r.in.a)*7 + uint32(r.arr[1]) + uint32(len(r.s)) + uint32(i)
				}
				return
			}
			a := mk()
			p := &[]*rec{nil}[0]
			if n > 0 {
				*p = &a[0]
			}
			sort.Slice(a, func(i, j int) bool { return a[i].k < a[j].k })
			fmt.Print(h(a), " ")
			if n > 0 {
				fmt.Print((*p).s, " ")
			}
			a = mk()
			sort.SliceStable(a, func(i, j int) bool { return a[i].k < a[j].k })
			fmt.Print(h(a), " ")
			a = mk()
			sort.Sort(byK(a))
			fmt.Print(h(a), " ")
			a = mk()
			sort.Stable(sort.Reverse(byK(a)))
			fmt.Print(h(a), " ")
			a = mk()
			slices.SortFunc(a, func(x, y rec) int { return cmp.Compare(x.k, y.k) })
			fmt.Print(h(a), " ")
			a = mk()
			slices.SortStableFunc(a, func(x, y rec) int { return x.k - y.k })
			fmt.Print(h(a), " ")
			f := make([]float64, n)
			for i := range f {
				f[i] = float64(rnd(mod))
				if rnd(10) == 0 {
					f[i] = nan
				}
			}
			g := slices.Clone(f)
			slices.Sort(f)
			sort.Float64s(g)
			fmt.Println(f[:min(n, 3)], g[max(0, n-3):])
			bs := make([]bool, n)
			ps := make([]*rec, n)
			for i := range bs {
				bs[i] = rnd(2) == 0
				ps[i] = &rec{k: rnd(mod), s: fmt.Sprint(i)}
			}
			sort.Slice(bs, func(i, j int) bool { return !bs[i] && bs[j] })
			sort.Slice(ps, func(i, j int) bool { return ps[i].k < ps[j].k })
			sort.Slice([]struct{}{{}, {}}, func(i, j int) bool { return i < j })
			for i := range ps {
				if i%97 == 0 {
					fmt.Print(bs[i], ps[i].s, " ")
				}
			}
		}
	}
	defer func() { fmt.Println(recover()) }()
	sort.Slice([]int{3, 2, 1}, func(i, j int) bool { panic("in less") })
}
