// An uncaught panic with a named string type quotes it.
package main

type reason string

func main() {
	panic(reason("out of \"coffee\"\nand tea"))
}
