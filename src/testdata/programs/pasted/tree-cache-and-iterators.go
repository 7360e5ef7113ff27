package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"
)

type Ordered interface{ ~int | ~string | ~float64 }

type Tree[K cmp.Ordered, V any] struct {
	root *node[K, V]
	size int
}

type node[K cmp.Ordered, V any] struct {
	k           K
	v           V
	left, right *node[K, V]
}

func (t *Tree[K, V]) Put(k K, v V) (old V, replaced bool) {
	p := &t.root
	for *p != nil {
		switch c := cmp.Compare(k, (*p).k); {
		case c < 0:
			p = &(*p).left
		case c > 0:
			p = &(*p).right
		default:
			old, (*p).v = (*p).v, v
			return old, true
		}
	}
	*p = &node[K, V]{k: k, v: v}
	t.size++
	return
}

func (t *Tree[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) { t.root.walk(yield) }
}

func (n *node[K, V]) walk(yield func(K, V) bool) bool {
	return n == nil || n.left.walk(yield) && yield(n.k, n.v) && n.right.walk(yield)
}

func Filter[T any](s iter.Seq[T], f func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v := range s {
			if f(v) && !yield(v) {
				return
			}
		}
	}
}

func Zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		next, stop := iter.Pull(b)
		defer stop()
		for x := range a {
			y, ok := next()
			if !ok || !yield(x, y) {
				return
			}
		}
	}
}

func Chunk[S ~[]E, E any](s S, n int) [][]E {
	var out [][]E
	for c := range slices.Chunk(s, n) {
		out = append(out, c)
	}
	return out
}

type Cache[K comparable, V any] struct {
	mu    sync.RWMutex
	m     map[K]entry[V]
	ttl   time.Duration
	now   func() time.Time
	stats struct{ hits, misses int }
}

type entry[V any] struct {
	v   V
	exp time.Time
}

func NewCache[K comparable, V any](ttl time.Duration) *Cache[K, V] {
	return &Cache[K, V]{m: map[K]entry[V]{}, ttl: ttl, now: time.Now}
}

func (c *Cache[K, V]) GetOr(k K, f func() (V, error)) (V, error) {
	c.mu.RLock()
	e, ok := c.m[k]
	c.mu.RUnlock()
	if ok && c.now().Before(e.exp) {
		c.stats.hits++
		return e.v, nil
	}
	c.stats.misses++
	v, err := f()
	if err != nil {
		return *new(V), fmt.Errorf("cache[%T->%T] %v: %w", k, v, k, err)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.m[k] = entry[V]{v, c.now().Add(c.ttl)}
	return v, nil
}

type Number interface {
	~int | ~int64 | ~float64
}

func Sum[T Number](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}

type Celsius float64

func (c Celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }

func main() {
	var t Tree[string, int]
	for i, w := range strings.Fields("the quick brown fox jumps over the lazy dog the end") {
		if old, ok := t.Put(w, i); ok {
			fmt.Println("replaced", w, old)
		}
	}
	for k, v := range t.All() {
		if k > "lazy" {
			break
		}
		fmt.Print(k, "=", v, " ")
	}
	fmt.Println(t.size)
	evens := Filter(slices.Values([]int{1, 2, 3, 4, 5, 6}), func(i int) bool { return i%2 == 0 })
	for a, b := range Zip(evens, maps.Keys(map[string]bool{"only": true})) {
		fmt.Println(a, b)
	}
	fmt.Println(slices.Collect(evens), Chunk([]rune("abcdefg"), 3))
	c := NewCache[string, []int](10 * time.Millisecond)
	base := time.Date(2024, 2, 29, 23, 59, 59, 0, time.UTC)
	c.now = func() time.Time { base = base.Add(3 * time.Millisecond); return base }
	for range 6 {
		v, err := c.GetOr("x", func() ([]int, error) { return []int{len(c.m)}, nil })
		fmt.Print(v, err, " ")
	}
	_, err := c.GetOr("bad", func() ([]int, error) { return nil, errors.ErrUnsupported })
	fmt.Println(err, errors.Is(err, errors.ErrUnsupported), c.stats)
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[Celsius](20, 1.55), Sum[int]())
	ctx, cancel := context.WithTimeoutCause(context.Background(), 5*time.Millisecond, errors.New("too slow"))
	defer cancel()
	stop := context.AfterFunc(ctx, func() { fmt.Println("after", context.Cause(ctx)) })
	defer stop()
	<-ctx.Done()
	time.Sleep(time.Millisecond)
	fmt.Println(ctx.Err())
	type kv struct {
		k string
		v int
	}
	var kvs []kv
	for k, v := range t.All() {
		kvs = append(kvs, kv{k, v})
	}
	slices.SortStableFunc(kvs, func(a, b kv) int { return cmp.Or(-cmp.Compare(len(a.k), len(b.k)), strings.Compare(a.k, b.k)) })
	fmt.Printf("%v %+v\n", kvs[:2], kvs[2])
	i, ok := slices.BinarySearchFunc(kvs, 3, func(e kv, n int) int { return -cmp.Compare(len(e.k), n) })
	fmt.Println(i, ok, slices.MaxFunc(kvs, func(a, b kv) int { return a.v - b.v }))
	fmt.Println(slices.Sorted(maps.Keys(maps.Collect(t.All()))))
	var bad Tree[float64, struct{}]
	bad.Put(1, struct{}{})
	fmt.Printf("%T %v %+v\n", bad, bad.root.left == nil, bad.root.v)
	var np *Tree[int, int]
	defer func() {
		r := recover()
		fmt.Printf("%T %v\n", r, r)
		panic(fmt.Sprint("again: ", r))
	}()
	np.Put(1, 2)
}
