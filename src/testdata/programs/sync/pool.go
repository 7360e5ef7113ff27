// sync.Pool makes a new value when it holds none.
package main

import (
	"fmt"
	"sync"
)

type buffer struct{ data []byte }

func main() {
	made := 0
	pool := sync.Pool{New: func() any {
		made++
		return &buffer{data: make([]byte, 0, 16)}
	}}
	a := pool.Get().(*buffer)
	b := pool.Get().(*buffer)
	a.data = append(a.data, "hello"...)
	fmt.Println(made, a == b, string(a.data), len(b.data))
	var empty sync.Pool
	fmt.Println(empty.Get())
}
