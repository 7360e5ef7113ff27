// Atomics order what comes before a store and after the load that sees it.
// race
package main

import (
	"fmt"
	"runtime"
	"sync/atomic"
)

type node struct{ value int }

func main() {
	var ready atomic.Bool
	var head atomic.Pointer[node]
	var box atomic.Value
	var word int32
	data, more := 0, 0
	go func() {
		data = 1
		ready.Store(true)
		head.Store(&node{value: 2})
		box.Store([]int{3})
		more = 4
		atomic.AddInt32(&word, 1)
	}()
	for !ready.Load() {
		runtime.Gosched()
	}
	fmt.Println(data)
	for head.Load() == nil {
		runtime.Gosched()
	}
	fmt.Println(head.Load().value)
	for box.Load() == nil {
		runtime.Gosched()
	}
	fmt.Println(box.Load().([]int)[0])
	for !atomic.CompareAndSwapInt32(&word, 1, 2) {
		runtime.Gosched()
	}
	fmt.Println(more)
}
