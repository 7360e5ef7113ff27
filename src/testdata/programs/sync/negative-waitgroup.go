// More Done than Add panics.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	func() {
		defer func() { fmt.Println(recover()) }()
		wg.Add(-1)
	}()
	var other sync.WaitGroup
	other.Add(1)
	other.Done()
	other.Done()
}
