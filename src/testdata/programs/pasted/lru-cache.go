// A generic cache over container/list, with options, expiry and many users.
package main

import (
	"container/list"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type entry[K comparable, V any] struct {
	key     K
	value   V
	expires time.Time
}

type LRU[K comparable, V any] struct {
	mu      sync.Mutex
	cap     int
	ll      *list.List
	items   map[K]*list.Element
	onEvict func(K, V)
	hits    atomic.Int64
	misses  atomic.Int64
	ttl     time.Duration
	nowFunc func() time.Time
}

type Option[K comparable, V any] func(*LRU[K, V])

func WithTTL[K comparable, V any](d time.Duration) Option[K, V] {
	return func(l *LRU[K, V]) { l.ttl = d }
}

func WithEvict[K comparable, V any](f func(K, V)) Option[K, V] {
	return func(l *LRU[K, V]) { l.onEvict = f }
}

func New[K comparable, V any](cap int, opts ...Option[K, V]) *LRU[K, V] {
	l := &LRU[K, V]{cap: cap, ll: list.New(), items: make(map[K]*list.Element), nowFunc: time.Now}
	for _, o := range opts {
		o(l)
	}
	return l
}

func (l *LRU[K, V]) Get(k K) (v V, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	el, ok := l.items[k]
	if !ok {
		l.misses.Add(1)
		return
	}
	e := el.Value.(*entry[K, V])
	if l.ttl > 0 && l.nowFunc().After(e.expires) {
		l.remove(el)
		l.misses.Add(1)
		return v, false
	}
	l.hits.Add(1)
	l.ll.MoveToFront(el)
	return e.value, true
}

func (l *LRU[K, V]) Put(k K, v V) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if el, ok := l.items[k]; ok {
		el.Value.(*entry[K, V]).value = v
		l.ll.MoveToFront(el)
		return
	}
	if l.ll.Len() >= l.cap {
		l.remove(l.ll.Back())
	}
	l.items[k] = l.ll.PushFront(&entry[K, V]{k, v, l.nowFunc().Add(l.ttl)})
}

func (l *LRU[K, V]) remove(el *list.Element) {
	e := l.ll.Remove(el).(*entry[K, V])
	delete(l.items, e.key)
	if l.onEvict != nil {
		l.onEvict(e.key, e.value)
	}
}

func (l *LRU[K, V]) String() string {
	var sb strings.Builder
	sb.WriteByte('[')
	for el := l.ll.Front(); el != nil; el = el.Next() {
		if el != l.ll.Front() {
			sb.WriteString(" -> ")
		}
		e := el.Value.(*entry[K, V])
		fmt.Fprintf(&sb, "%v:%v", e.key, e.value)
	}
	return sb.String() + "]"
}

type point struct{ x, y int }

func main() {
	var evicted []string
	c := New(3, WithEvict(func(k string, v int) { evicted = append(evicted, fmt.Sprint(k, v)) }))
	for i, w := range strings.Fields("a b c a d e a f") {
		if v, ok := c.Get(w); ok {
			c.Put(w, v+100)
		} else {
			c.Put(w, i)
		}
		fmt.Println(w, c)
	}
	fmt.Println(evicted, c.hits.Load(), c.misses.Load())

	t := New(2, WithTTL[point, []string](time.Minute))
	now := time.Unix(0, 0)
	t.nowFunc = func() time.Time { return now }
	t.Put(point{1, 2}, []string{"x"})
	_, ok1 := t.Get(point{1, 2})
	now = now.Add(61 * time.Second)
	_, ok2 := t.Get(point{1, 2})
	fmt.Println(ok1, ok2, t)

	var wg sync.WaitGroup
	big := New[int, int](100)
	for w := range 8 {
		wg.Go(func() {
			for i := range 500 {
				k := (w*31 + i*7) % 150
				if _, ok := big.Get(k); !ok {
					big.Put(k, k*k)
				}
			}
		})
	}
	wg.Wait()
	fmt.Println(big.ll.Len(), len(big.items), big.hits.Load()+big.misses.Load())
}
