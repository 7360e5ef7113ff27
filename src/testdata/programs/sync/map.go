// sync.Map: store, load, load-or-store, delete, swap and range.
package main

import (
	"fmt"
	"sort"
	"sync"
)

func main() {
	var m sync.Map
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Go(func() { m.Store(i%5, fmt.Sprint("v", i%5)) })
	}
	wg.Wait()
	var keys []int
	m.Range(func(k, v any) bool {
		keys = append(keys, k.(int))
		return true
	})
	sort.Ints(keys)
	fmt.Println(keys)
	v, ok := m.Load(3)
	fmt.Println(v, ok)
	v, ok = m.Load("none")
	fmt.Println(v, ok)
	actual, loaded := m.LoadOrStore(3, "other")
	fmt.Println(actual, loaded)
	actual, loaded = m.LoadOrStore("new", 1)
	fmt.Println(actual, loaded)
	fmt.Println(m.LoadAndDelete("new"))
	fmt.Println(m.Swap(3, "three"))
	fmt.Println(m.CompareAndSwap(3, "three", "drei"), m.CompareAndDelete(3, "three"))
	m.Delete(0)
	count := 0
	m.Range(func(k, v any) bool { count++; return count < 2 })
	fmt.Println(count)
	m.Clear()
	_, ok = m.Load(1)
	fmt.Println(ok)
}
