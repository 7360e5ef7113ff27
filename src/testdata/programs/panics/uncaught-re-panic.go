// A panic that is recovered and thrown again shows both values.
package main

import (
	"fmt"
	"os"
)

func cleanup() {
	r := recover()
	fmt.Fprintln(os.Stderr, "cleaning up after", r)
	panic(fmt.Sprint("gave up: ", r))
}

func main() {
	defer cleanup()
	panic("first")
}
