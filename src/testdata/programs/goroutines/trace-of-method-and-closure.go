// The trace of a panic in a goroutine names methods, closures in closures and who created it.
package main

import (
	"fmt"
	"sync"
)

type engine struct{ parts []string }

func (e *engine) part(i int) string { return e.parts[i] }

func (e engine) inspect(report func(string)) {
	for i := range 3 {
		func() {
			report(e.part(i))
		}()
	}
}

func launch(wg *sync.WaitGroup, e *engine) {
	go func() {
		defer wg.Done()
		e.inspect(func(s string) { fmt.Println(s) })
	}()
}

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	launch(&wg, &engine{[]string{"piston", "valve"}})
	wg.Wait()
}
