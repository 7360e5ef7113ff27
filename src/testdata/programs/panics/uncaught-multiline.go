// The text of an uncaught panic may have several lines; later ones are indented.
package main

func main() {
	panic("line one\nline two\nline three")
}
