// Composite literals with wrong fields, counts and types, part two.
package main

import (
	"fmt"
	"sync"
)

type point struct{ X, Y int }
type named struct {
	Name string
	Pos  point
}

func main() {
	_ = map[string]point{"a": {1, 2}, {3, 4}}
	_ = int{5}
	_ = point{X: 1, 2}
	_ = sync.Mutex{Nope: 1}
	fmt.Println(point{}.Z)
}
