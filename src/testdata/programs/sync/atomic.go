// Atomic types and functions, with compare-and-swap.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type config struct{ name string }

func main() {
	var n atomic.Int64
	var old int32
	var u atomic.Uint32
	var on atomic.Bool
	var p atomic.Pointer[config]
	var v atomic.Value
	var wg sync.WaitGroup
	for i := range 100 {
		wg.Go(func() {
			n.Add(int64(i))
			atomic.AddInt32(&old, 2)
			u.Add(^uint32(0))
		})
	}
	wg.Wait()
	fmt.Println(n.Load(), atomic.LoadInt32(&old), u.Load())
	fmt.Println(n.CompareAndSwap(1, 2), n.CompareAndSwap(4950, 7), n.Swap(8), n.Load())
	fmt.Println(on.Load(), on.Swap(true), on.CompareAndSwap(true, false), on.Load())
	fmt.Println(p.Load() == nil, v.Load() == nil)
	p.Store(&config{"first"})
	before := p.Swap(&config{"second"})
	fmt.Println(before.name, p.Load().name)
	v.Store([]int{1, 2})
	fmt.Println(v.Load().([]int))
	fmt.Println(u.And(0xff), u.Or(0x100), u.Load())
	func() {
		defer func() { fmt.Println(recover()) }()
		v.Store("other type")
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		v.Store(nil)
	}()
}
