// The built-in print and println write to the error stream in the runtime's own format.
package main

import (
	"fmt"
	"os"
)

func main() {
	println("text", 1, -2, true, 'x', uint8(3))
	print("a", "b", 1, 2, "\n")
	println(1.5, float32(0.1), 1e100, 2+3i)
	println()
	var e error
	var p *int
	println(p == nil, e == nil, len("four"))
	fmt.Fprintf(os.Stderr, "%s %d\n", "formatted", 5)
	fmt.Fprint(os.Stdout, "to stdout\n")
	os.Stdout.WriteString("raw\n")
}
