// What a sync.Pool gives back, and in which order, on one processor; and that two collections empty it.
// gomaxprocs: 1
package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
)

func main() {
	debug.SetGCPercent(-1)
	made := 0
	pool := sync.Pool{New: func() any { made++; return fmt.Sprint("new", made) }}
	drain := func(n int) {
		for range n {
			fmt.Print(pool.Get(), " ")
		}
		fmt.Println()
	}
	for _, x := range []string{"a", "b", "c", "d"} {
		pool.Put(x)
	}
	drain(5)

	for _, x := range []string{"a", "b", "c", "d"} {
		pool.Put(x)
	}
	runtime.GC()
	drain(2)
	pool.Put("e")
	drain(4)

	pool.Put("f")
	runtime.GC()
	runtime.GC()
	drain(1)

	pool.Put(nil)
	drain(1)
	fmt.Println(new(sync.Pool).Get())

	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&after)
	fmt.Println("collections:", after.NumGC-before.NumGC, after.NumForcedGC-before.NumForcedGC)
	fmt.Println(after.LastGC > before.LastGC)

	var m sync.Map
	try := func(name string, f func()) {
		defer func() { fmt.Println(name, recover()) }()
		f()
	}
	try("load", func() { m.Load([]int{1}) })
	try("store", func() { m.Store(map[string]int{}, 1) })
	m.Store("k", []int{1})
	try("delete", func() { m.Delete(func() {}) })
	try("compare", func() { m.CompareAndSwap("k", []int{1}, 2) })
	fmt.Println(m.CompareAndDelete("absent", 1))
	var none *sync.Pool
	try("nil", func() { none.Put(1) })
}
