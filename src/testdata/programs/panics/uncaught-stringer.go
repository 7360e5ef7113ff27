// A panic value with a String method is printed by it only if it is an error or a Stringer.
package main

import "fmt"

type colour struct{ r, g, b uint8 }

func (c colour) String() string { return fmt.Sprintf("#%02x%02x%02x", c.r, c.g, c.b) }

func main() {
	panic(colour{255, 128, 0})
}
