// Composite literals with wrong fields, counts and types.
package main

import (
	"fmt"
	"sync"
	"time"
)

type point struct{ X, Y int }
type named struct {
	Name string
	Pos  point
}

func main() {
	_ = point{1}
	_ = point{1, 2, 3}
	_ = point{X: 1, 2}
	_ = point{Z: 1}
	_ = point{"a", 2}
	_ = named{"x", {1, 2}}
	_ = named{Name: 5}
	_ = []point{{1, 2}, {1}, 5}
	_ = map[string]point{"a": {1, 2}, {3, 4}}
	_ = int{5}
	_ = time.Timer{1, nil}
	_ = sync.Mutex{state: 1}
	fmt.Println(point{}.Z)
}
