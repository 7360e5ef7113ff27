// select takes a ready case, or the default when none is ready.
package main

import "fmt"

func main() {
	a, b := make(chan int, 1), make(chan string, 1)
	poll := func() string {
		select {
		case n := <-a:
			return fmt.Sprint("a gave ", n)
		case s, ok := <-b:
			return fmt.Sprint("b gave ", s, ok)
		default:
			return "nothing ready"
		}
	}
	fmt.Println(poll())
	a <- 1
	fmt.Println(poll())
	b <- "x"
	fmt.Println(poll())
	fmt.Println(poll())
	close(b)
	fmt.Println(poll())
	full := make(chan int, 1)
	for i := range 3 {
		select {
		case full <- i:
			fmt.Println("stored", i)
		default:
			fmt.Println("dropped", i)
		}
	}
	fmt.Println(<-full)
	list := make([]int, 2)
	index := func(i int) int { fmt.Println("index", i); return i }
	a <- 7
	select {
	case list[index(1)] = <-a:
		fmt.Println(list)
	case list[index(0)] = <-full:
		fmt.Println("not ready")
	}
}
