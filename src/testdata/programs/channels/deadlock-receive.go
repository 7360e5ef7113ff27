// Main receives from a channel that nobody writes.
package main

import "fmt"

func wait(c <-chan string) string { return <-c }

func main() {
	fmt.Println("waiting")
	fmt.Println(wait(make(chan string)))
}
