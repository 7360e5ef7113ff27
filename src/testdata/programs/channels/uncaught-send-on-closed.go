// A send on a closed channel that nobody recovers.
package main

import "fmt"

func publish(news chan<- string, text string) { news <- text }

func main() {
	news := make(chan string, 2)
	publish(news, "first")
	close(news)
	fmt.Println(<-news)
	publish(news, "second")
}
