package main

import (
	"fmt"
	"math/big"
	"strings"
	"sync"
	"sync/atomic"
)

// People print their own structs, and see what the locks and counters in them hold.
type account struct {
	mu      sync.Mutex
	balance int
}

type cache struct {
	sync.RWMutex
	once    sync.Once
	workers sync.WaitGroup
	hits    atomic.Int64
	closed  atomic.Bool
	level   atomic.Int32
	latest  atomic.Pointer[string]
	text    strings.Builder
	items   sync.Map
	pool    sync.Pool
	total   big.Int
	values  map[string]int
}

func main() {
	a := &account{balance: 5}
	fmt.Println(a)
	a.mu.Lock()
	fmt.Printf("%v %+v\n%#v\n", a, a, a)
	fmt.Printf("%d %x %T\n", a, a, a)

	c := &cache{values: map[string]int{"a": 1}}
	fmt.Printf("%v\n%+v\n%#v\n", c, c, c)
	c.RLock()
	c.RLock()
	c.once.Do(func() { fmt.Printf("%+v\n", &c.once) })
	c.workers.Add(3)
	c.hits.Add(-7)
	c.closed.Store(true)
	c.level.Store(9)
	c.total.SetString("-36893488147419103237", 10)
	fmt.Printf("%v\n%+v\n%#v\n", c, c, c)
	c.RUnlock()
	c.RUnlock()
	c.Lock()
	fmt.Printf("%v\n", &c.RWMutex)

	m := map[string]*account{"x": a}
	_ = m
	fmt.Printf("%+v\n", []any{&sync.Mutex{}, &atomic.Uint64{}, &atomic.Uintptr{}}[0])
	fmt.Printf("%+v %v\n", &atomic.Uint64{}, &atomic.Uintptr{})
	fmt.Println(*big.NewInt(42), *big.NewInt(0), big.NewInt(42))
}
