// Shortest paths, topological order, union-find, tries, queens and Life.
package main

import (
	"container/heap"
	"fmt"
	"maps"
	"math"
	"slices"
	"sort"
	"strings"
)

type Graph[K comparable] struct {
	adj   map[K]map[K]float64
	order []K
}

func (g *Graph[K]) AddEdge(a, b K, w float64) {
	if g.adj == nil {
		g.adj = map[K]map[K]float64{}
	}
	for _, k := range [...]K{a, b} {
		if _, ok := g.adj[k]; !ok {
			g.adj[k] = map[K]float64{}
			g.order = append(g.order, k)
		}
	}
	g.adj[a][b] = w
}

type item[K any] struct {
	key  K
	dist float64
	idx  int
}
type pq[K any] []*item[K]

func (q pq[K]) Len() int            { return len(q) }
func (q pq[K]) Less(i, j int) bool  { return q[i].dist < q[j].dist }
func (q pq[K]) Swap(i, j int)       { q[i], q[j] = q[j], q[i]; q[i].idx, q[j].idx = i, j }
func (q *pq[K]) Push(x interface{}) { it := x.(*item[K]); it.idx = len(*q); *q = append(*q, it) }
func (q *pq[K]) Pop() interface{} {
	old := *q
	it := old[len(old)-1]
	*q = old[: len(old)-1 : len(old)-1]
	return it
}

func (g *Graph[K]) Dijkstra(src K) (map[K]float64, map[K]K) {
	dist, prev := map[K]float64{src: 0}, map[K]K{}
	q := &pq[K]{}
	nodes := map[K]*item[K]{}
	for _, k := range g.order {
		d := math.Inf(1)
		if k == src {
			d = 0
		}
		nodes[k] = &item[K]{key: k, dist: d}
		heap.Push(q, nodes[k])
	}
	for q.Len() > 0 {
		u := heap.Pop(q).(*item[K])
		if math.IsInf(u.dist, 1) {
			break
		}
		for v, w := range g.adj[u.key] {
			if alt := u.dist + w; alt < nodes[v].dist {
				nodes[v].dist = alt
				dist[v], prev[v] = alt, u.key
				heap.Fix(q, nodes[v].idx)
			}
		}
	}
	return dist, prev
}

func (g *Graph[K]) Topo() (order []K, err error) {
	const (
		white = iota
		grey
		black
	)
	color := make(map[K]int)
	var visit func(K) error
	visit = func(k K) error {
		switch color[k] {
		case grey:
			return fmt.Errorf("cycle through %v", k)
		case black:
			return nil
		}
		color[k] = grey
		for _, n := range g.order {
			if _, ok := g.adj[k][n]; ok {
				if err := visit(n); err != nil {
					return fmt.Errorf("%v: %w", k, err)
				}
			}
		}
		color[k] = black
		order = append(order, k)
		return nil
	}
	for _, k := range g.order {
		if err = visit(k); err != nil {
			return nil, err
		}
	}
	slices.Reverse(order)
	return
}

type UF struct{ parent, rank []int }

func (u *UF) Find(x int) int {
	for u.parent[x] != x {
		u.parent[x] = u.parent[u.parent[x]]
		x = u.parent[x]
	}
	return x
}
func (u *UF) Union(a, b int) bool {
	a, b = u.Find(a), u.Find(b)
	if a == b {
		return false
	}
	if u.rank[a] < u.rank[b] {
		a, b = b, a
	}
	u.parent[b] = a
	if u.rank[a] == u.rank[b] {
		u.rank[a]++
	}
	return true
}

type Trie struct {
	kids map[rune]*Trie
	end  bool
}

func (t *Trie) Insert(w string) {
	for _, r := range w {
		if t.kids == nil {
			t.kids = make(map[rune]*Trie)
		}
		next, ok := t.kids[r]
		if !ok {
			next = new(Trie)
			t.kids[r] = next
		}
		t = next
	}
	t.end = true
}
func (t *Trie) Walk(prefix string, f func(string)) {
	if t.end {
		f(prefix)
	}
	for _, r := range slices.Sorted(maps.Keys(t.kids)) {
		t.kids[r].Walk(prefix+string(r), f)
	}
}

func queens(n int) (count int, first []int) {
	cols := make([]int, 0, n)
	var place func(used, d1, d2 uint)
	place = func(used, d1, d2 uint) {
		row := len(cols)
		if row == n {
			if count++; count == 1 {
				first = append([]int(nil), cols...)
			}
			return
		}
		for c := range n {
			bit := uint(1) << c
			if used&bit != 0 || d1&(1<<(row+c)) != 0 || d2&(1<<(row-c+n)) != 0 {
				continue
			}
			cols = append(cols, c)
			place(used|bit, d1|1<<(row+c), d2|1<<(row-c+n))
			cols = cols[:row]
		}
	}
	place(0, 0, 0)
	return
}

func life(grid []string, gens int) []string {
	for ; gens > 0; gens-- {
		next := make([][]byte, len(grid))
		for y := range grid {
			next[y] = []byte(grid[y])
			for x := range grid[y] {
				n := 0
				for dy := -1; dy <= 1; dy++ {
					for dx := -1; dx <= 1; dx++ {
						yy, xx := (y+dy+len(grid))%len(grid), (x+dx+len(grid[y]))%len(grid[y])
						if (dx != 0 || dy != 0) && grid[yy][xx] == '#' {
							n++
						}
					}
				}
				switch {
				case n == 3, n == 2 && grid[y][x] == '#':
					next[y][x] = '#'
				default:
					next[y][x] = '.'
				}
			}
		}
		grid = make([]string, 0, len(next))
		for _, r := range next {
			grid = append(grid, string(r))
		}
	}
	return grid
}

func main() {
	var g Graph[string]
	for _, e := range strings.Split("a-b:4 a-c:2 c-b:1 b-d:5 c-d:8 d-e:3 f-a:1", " ") {
		var a, b string
		var w float64
		if n, err := fmt.Sscanf(strings.NewReplacer("-", " ", ":", " ").Replace(e), "%s %s %g", &a, &b, &w); n != 3 || err != nil {
			panic(err)
		}
		g.AddEdge(a, b, w)
	}
	dist, prev := g.Dijkstra("a")
	fmt.Println(dist, prev)
	fmt.Println(g.Topo())
	g.AddEdge("e", "b", 1)
	fmt.Println(g.Topo())
	u := UF{make([]int, 6), make([]int, 6)}
	for i := range u.parent {
		u.parent[i] = i
	}
	fmt.Println(u.Union(0, 1), u.Union(1, 2), u.Union(0, 2), u.Find(2) == u.Find(0), u)
	t := &Trie{}
	for _, w := range []string{"tea", "ten", "té", "to", "inn", "in"} {
		t.Insert(w)
	}
	t.Walk("", func(s string) { fmt.Print(s, " ") })
	fmt.Println()
	fmt.Println(queens(6))
	c, f := queens(8)
	fmt.Println(c, f)
	fmt.Println(strings.Join(life([]string{".#...", "..#..", "###..", ".....", "....."}, 4), "\n"))
	type pair struct {
		a, b int
	}
	memo := map[pair]int{}
	var lev func(i, j int) int
	s1, s2 := []rune("kitten"), []rune("sitting")
	lev = func(i, j int) (d int) {
		if v, ok := memo[pair{i, j}]; ok {
			return v
		}
		defer func() { memo[pair{i, j}] = d }()
		if i == 0 || j == 0 {
			return i + j
		}
		cost := 1
		if s1[i-1] == s2[j-1] {
			cost = 0
		}
		return min(lev(i-1, j)+1, lev(i, j-1)+1, lev(i-1, j-1)+cost)
	}
	fmt.Println(lev(len(s1), len(s2)), len(memo))
	byLen := map[int][]string{}
	for _, w := range strings.Fields("go is fun and go is fast") {
		byLen[len(w)] = append(byLen[len(w)], w)
	}
	keys := make([]int, 0)
	for k := range byLen {
		keys = append(keys, k)
	}
	sort.Sort(sort.Reverse(sort.IntSlice(keys)))
	fmt.Println(keys, byLen)
}
