// The sequence behind iter.Pull: a goroutine that ends with it, and passes on how it ended.
package main

import (
	"fmt"
	"iter"
	"maps"
	"runtime"
	"slices"
)

func count(n int, ended string) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("end of", n)
		for i := range n {
			if !yield(i) {
				break
			}
		}
		switch ended {
		case "panic":
			panic("no more")
		case "goexit":
			runtime.Goexit()
		}
	}
}

func goroutines(when string) { fmt.Println(when, runtime.NumGoroutine()) }

func main() {
	goroutines("before")
	next, stop := iter.Pull(count(3, ""))
	goroutines("pulled")
	fmt.Println(next())
	fmt.Println(next())
	goroutines("running")
	stop()
	goroutines("stopped")
	stop()
	fmt.Println(next())

	next, stop = iter.Pull(count(1, ""))
	stop()
	goroutines("stopped unused")
	fmt.Println(next())

	next, _ = iter.Pull(count(1, ""))
	fmt.Println(next())
	fmt.Println(next())
	goroutines("finished")

	next, stop = iter.Pull(count(1, "panic"))
	fmt.Println(next())
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		next()
	}()
	fmt.Println(next())
	stop()

	next, stop = iter.Pull(count(2, "panic"))
	fmt.Println(next())
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		stop()
	}()
	goroutines("after panics")

	done := make(chan bool)
	go func() {
		defer close(done)
		defer fmt.Println("exits too")
		next, _ := iter.Pull(count(1, "goexit"))
		fmt.Println(next())
		next()
		fmt.Println("not reached")
	}()
	<-done

	var again func() (int, bool)
	again, _ = iter.Pull(func(yield func(int) bool) {
		defer func() { fmt.Println(recover()) }()
		again()
	})
	fmt.Println(again())

	var kept func(int, string) bool
	next2, stop2 := iter.Pull2(func(yield func(int, string) bool) {
		kept = yield
		yield(1, "one")
	})
	fmt.Println(next2())
	func() {
		defer func() { fmt.Println(recover()) }()
		kept(2, "two")
	}()
	stop2()
	fmt.Println(next2())

	keys := slices.Sorted(maps.Keys(map[string]int{"b": 2, "a": 1}))
	nextKey, stopKeys := iter.Pull(slices.Values(keys))
	defer stopKeys()
	for key, ok := nextKey(); ok; key, ok = nextKey() {
		fmt.Println(key)
	}
	goroutines("at the end")
}
