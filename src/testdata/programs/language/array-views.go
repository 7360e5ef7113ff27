// Arrays that share memory with a slice.
package main

import "fmt"

var (
	names = make([]string, 10)
	first = (*[5]string)(names)
)

func main() {
	fmt.Println(&names[0] == &first[0], first == (*[5]string)(names), first == (*[5]string)(names[1:]))
	first[1] = "x"
	fmt.Println(names[1], len(first[2:]), cap(first[2:]))

	bytes := make([]byte, 8, 10)
	view := (*[4]byte)(bytes[2:])
	view[0] = 7
	part := view[1:3]
	part[0] = 9
	part = append(part, 11)
	fmt.Println(bytes, &part[0] == &bytes[3], &view[3] == &bytes[5])

	var x [64]byte
	for i := range x {
		x[i] = byte(i)
	}
	y := x
	copy(x[4:36], x[2:34])
	*(*[32]byte)(y[4:36]) = *(*[32]byte)(y[2:34])
	fmt.Println(x == y, y[:10])

	type point struct{ x, y int }
	points := []point{{1, 2}, {3, 4}, {5, 6}, {7, 8}}
	*(*[3]point)(points[1:]) = *(*[3]point)(points)
	fmt.Println(points)
	pair := *(*[2]point)(points)
	pair[0].x = 100
	fmt.Println(points[0], pair)
}
