// os: arguments, environment and standard streams.
package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Println(len(os.Args), len(os.Args[0]) > 0)
	os.Setenv("PLAYGROUND_NAME", "interleave")
	fmt.Println(os.Getenv("PLAYGROUND_NAME"), os.Getenv("PLAYGROUND_NOTHING") == "")
	value, ok := os.LookupEnv("PLAYGROUND_NOTHING")
	fmt.Println(value, ok, os.ExpandEnv("<${PLAYGROUND_NAME}>"))
	fmt.Fprintln(os.Stdout, "out")
	fmt.Fprintln(os.Stderr, "err")
	_, err := os.ReadFile("/no/such/file")
	fmt.Println(err, os.IsNotExist(err))
	defer os.Exit(7)
	defer fmt.Println("deferred before exit")
}
