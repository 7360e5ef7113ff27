// Once runs its function one single time, even if that panics; OnceValue remembers a result.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var once sync.Once
	var wg sync.WaitGroup
	calls := 0
	for range 10 {
		wg.Go(func() { once.Do(func() { calls++ }) })
	}
	wg.Wait()
	fmt.Println("calls", calls)
	var fragile sync.Once
	for range 2 {
		func() {
			defer func() { fmt.Println("recovered", recover()) }()
			fragile.Do(func() { panic("set-up failed") })
			fmt.Println("second time nothing happens")
		}()
	}
	config := sync.OnceValue(func() int {
		fmt.Println("computing")
		return 42
	})
	fmt.Println(config(), config())
	pair := sync.OnceValues(func() (string, error) { return "x", fmt.Errorf("y") })
	fmt.Println(pair())
	hello := sync.OnceFunc(func() { fmt.Println("hello once") })
	hello()
	hello()
}
