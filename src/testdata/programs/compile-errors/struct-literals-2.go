// Composite literals with wrong fields, counts and types, part two.
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
	_ = map[string]point{"a": {1, 2}, {3, 4}}
	_ = int{5}
	_ = time.Timer{1, nil}
	_ = sync.Mutex{state: 1}
	fmt.Println(point{}.Z)
}
