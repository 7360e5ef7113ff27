// append grows the capacity by Go's own rule, rounded up to its size classes.
package main

import "fmt"

type point struct{ x, y, z int32 }

// Slices that escape to the heap: the growth of those that do not depends on the compiler.
var (
	ints   []int
	bytes  []byte
	words  []string
	points []point
)

func main() {
	last := -1
	for i := range 5000 {
		ints = append(ints, i)
		if cap(ints) != last {
			last = cap(ints)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
	last = -1
	for range 5000 {
		bytes = append(bytes, 'x')
		if cap(bytes) != last {
			last = cap(bytes)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
	last = -1
	for range 1000 {
		words = append(words, "w")
		if cap(words) != last {
			last = cap(words)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
	last = -1
	for range 1000 {
		points = append(points, point{})
		if cap(points) != last {
			last = cap(points)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
	ints = append([]int{1, 2}, 3, 4, 5)
	fmt.Println(ints, cap(ints))
	ints = append([]int(nil), make([]int, 7)...)
	fmt.Println(ints, cap(ints))
	bytes = append([]byte("hello"), " world"...)
	fmt.Println(string(bytes), cap(bytes))
	bytes = append(make([]byte, 100), make([]byte, 101)...)
	fmt.Println(len(bytes), cap(bytes))
}
