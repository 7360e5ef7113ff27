// An uncaught panic with a float prints it the runtime's way.
package main

func main() {
	panic(3.25)
}
