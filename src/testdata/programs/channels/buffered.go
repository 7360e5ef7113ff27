// A buffered channel keeps values in order; len and cap show how full it is.
package main

import "fmt"

func main() {
	queue := make(chan string, 3)
	fmt.Println(len(queue), cap(queue))
	queue <- "a"
	queue <- "b"
	fmt.Println(len(queue), cap(queue))
	fmt.Println(<-queue, len(queue))
	queue <- "c"
	queue <- "d"
	fmt.Println(len(queue))
	close(queue)
	fmt.Println(len(queue), cap(queue))
	for s := range queue {
		fmt.Print(s, " ")
	}
	s, ok := <-queue
	fmt.Printf("%q %v\n", s, ok)
	var none chan int
	fmt.Println(none == nil, len(none), cap(none))
	structs := make(chan struct{ x, y int }, 1)
	v := struct{ x, y int }{1, 2}
	structs <- v
	v.x = 100
	fmt.Println(<-structs, v)
}
