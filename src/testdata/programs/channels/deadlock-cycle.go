// Two goroutines each wait to send to the other before they receive.
package main

import "fmt"

func talk(to chan<- string, from <-chan string, text string) {
	to <- text
	fmt.Println("heard", <-from)
}

func main() {
	left, right := make(chan string), make(chan string)
	go talk(left, right, "hello from the left")
	talk(right, left, "hello from the right")
}
