// panic(nil) is turned into a runtime error.
package main

func main() {
	panic(nil)
}
