// What package sync orders: Mutex, RWMutex, WaitGroup, Once, Cond, Pool, Map, OnceValue.
// race
package main

import (
	"fmt"
	"runtime"
	"sync"
)

type scratch struct{ n int }

func main() {
	var mu sync.Mutex
	var rw sync.RWMutex
	var wg sync.WaitGroup
	var once sync.Once
	locked, read, set := 0, 0, 0
	pool := sync.Pool{New: func() any { return new(scratch) }}
	for range 5 {
		wg.Go(func() {
			once.Do(func() { set = 1 })
			if set != 1 {
				fmt.Println("not set")
			}
			mu.Lock()
			locked++
			mu.Unlock()
			rw.RLock()
			_ = read
			rw.RUnlock()
			rw.Lock()
			read++
			rw.Unlock()
			s := pool.Get().(*scratch)
			s.n++
			pool.Put(s)
			if mu.TryLock() {
				locked += 0
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	fmt.Println(locked, read)

	ready := false
	cond := sync.NewCond(&mu)
	go func() {
		mu.Lock()
		ready = true
		mu.Unlock()
		cond.Broadcast()
	}()
	mu.Lock()
	for !ready {
		cond.Wait()
	}
	mu.Unlock()
	fmt.Println(ready)

	var entries sync.Map
	stored := make(chan bool)
	go func() {
		entries.Store("key", &scratch{n: 7})
		stored <- true
	}()
	for {
		if v, ok := entries.Load("key"); ok {
			fmt.Println(v.(*scratch).n)
			break
		}
		runtime.Gosched()
	}
	<-stored

	value := sync.OnceValue(func() *scratch { return &scratch{n: 3} })
	for range 3 {
		wg.Go(func() {
			if value().n != 3 {
				fmt.Println("not computed")
			}
		})
	}
	wg.Wait()
}
