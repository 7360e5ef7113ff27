// os.Exit ends at once with its code: deferred calls do not run.
package main

import (
	"fmt"
	"os"
)

func main() {
	defer fmt.Println("never printed")
	fmt.Println("on stdout")
	fmt.Fprintln(os.Stderr, "on stderr")
	os.Exit(3)
}
