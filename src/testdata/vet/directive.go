//go:debug panicnil=1

package main

//go:debug madvdontneed=1

func main() {
	//go:debug panicnil=1
}
