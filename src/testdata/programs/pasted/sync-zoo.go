// Bounded queues, barriers, pools, onces, and a fatal error in a deferred call.
package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type BoundedQueue[T any] struct {
	mu       sync.Mutex
	notEmpty *sync.Cond
	notFull  *sync.Cond
	buf      []T
	cap      int
	closed   bool
}

var ErrClosed = errors.New("queue closed")

func NewQueue[T any](n int) *BoundedQueue[T] {
	q := &BoundedQueue[T]{cap: n}
	q.notEmpty = sync.NewCond(&q.mu)
	q.notFull = sync.NewCond(&q.mu)
	return q
}

func (q *BoundedQueue[T]) Put(v T) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.buf) == q.cap && !q.closed {
		q.notFull.Wait()
	}
	if q.closed {
		return ErrClosed
	}
	q.buf = append(q.buf, v)
	q.notEmpty.Signal()
	return nil
}

func (q *BoundedQueue[T]) Get() (v T, err error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.buf) == 0 {
		if q.closed {
			return v, ErrClosed
		}
		q.notEmpty.Wait()
	}
	v, q.buf = q.buf[0], q.buf[1:]
	q.notFull.Signal()
	return v, nil
}

func (q *BoundedQueue[T]) Close() {
	q.mu.Lock()
	q.closed = true
	q.mu.Unlock()
	q.notEmpty.Broadcast()
	q.notFull.Broadcast()
}

type Barrier struct {
	mu    sync.Mutex
	cond  *sync.Cond
	n     int
	count int
	gen   int
}

func (b *Barrier) Wait() (last bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	gen := b.gen
	if b.count++; b.count == b.n {
		b.count = 0
		b.gen++
		b.cond.Broadcast()
		return true
	}
	for gen == b.gen {
		b.cond.Wait()
	}
	return false
}

type Config struct {
	Name string
	N    int
}

func main() {
	q := NewQueue[int](2)
	var wg sync.WaitGroup
	var sum atomic.Int64
	for range 3 {
		wg.Go(func() {
			for {
				v, err := q.Get()
				if err != nil {
					return
				}
				sum.Add(int64(v))
			}
		})
	}
	for i := range 100 {
		if err := q.Put(i); err != nil {
			fmt.Println(err)
		}
	}
	q.Close()
	wg.Wait()
	fmt.Println(sum.Load(), q.Put(1))

	b := &Barrier{n: 4}
	b.cond = sync.NewCond(&b.mu)
	var lasts atomic.Int32
	phases := make([][]int, 3)
	var mu sync.Mutex
	for id := range 4 {
		wg.Go(func() {
			for p := range phases {
				mu.Lock()
				phases[p] = append(phases[p], id)
				mu.Unlock()
				if b.Wait() {
					lasts.Add(1)
				}
			}
		})
	}
	wg.Wait()
	for _, p := range phases {
		sort.Ints(p)
	}
	fmt.Println(phases, lasts.Load())

	var m sync.Map
	for i, w := range strings.Fields("a b c a b a") {
		n, loaded := m.LoadOrStore(w, 1)
		if loaded {
			m.CompareAndSwap(w, n, n.(int)+1)
		}
		_ = i
	}
	v, ok := m.LoadAndDelete("b")
	fmt.Println(v, ok)
	var keys []string
	m.Range(func(k, v any) bool { keys = append(keys, fmt.Sprint(k, v)); return true })
	sort.Strings(keys)
	fmt.Println(keys)

	var cfg atomic.Pointer[Config]
	fmt.Println(cfg.Load() == nil, cfg.Swap(&Config{"x", 1}), cfg.CompareAndSwap(nil, nil))
	fmt.Printf("%+v\n", *cfg.Load())
	var val atomic.Value
	val.Store([]int{1})
	fmt.Println(val.Load().([]int))

	once := sync.OnceValues(func() (int, error) { fmt.Println("computing"); return 42, errors.New("half") })
	fmt.Println(once())
	fmt.Println(once())
	bad := sync.OnceFunc(func() { panic("once bad") })
	for range 2 {
		func() {
			defer func() { fmt.Println("recovered", recover()) }()
			bad()
		}()
	}
	pool := sync.Pool{New: func() any { return new(strings.Builder) }}
	sb := pool.Get().(*strings.Builder)
	sb.WriteString("pooled")
	fmt.Println(sb.String())
	sb.Reset()
	pool.Put(sb)

	var rw sync.RWMutex
	var readers, maxReaders atomic.Int32
	start := make(chan struct{})
	for range 5 {
		wg.Go(func() {
			<-start
			rw.RLock()
			defer rw.RUnlock()
			if n := readers.Add(1); n > maxReaders.Load() {
				maxReaders.Store(n)
			}
			time.Sleep(time.Millisecond)
			readers.Add(-1)
		})
	}
	close(start)
	wg.Wait()
	rw.Lock()
	fmt.Println(maxReaders.Load(), rw.TryRLock(), rw.TryLock())
	rw.Unlock()
	var mt sync.Mutex
	fmt.Println(mt.TryLock(), mt.TryLock())
	var u atomic.Uint32
	fmt.Println(u.Add(^uint32(0)), u.And(0xff), u.Or(0x100), u.Load(), atomic.AddInt64(new(int64), -5))
	defer func() {
		fmt.Println(recover())
		mt.Unlock()
		mt.Unlock()
	}()
	val.Store("other type")
}
