// A panic value that is neither basic, error nor Stringer prints its type and address.
package main

type point struct{ x, y int }

func main() {
	panic(point{1, 2})
}
