// Two goroutines take turns over two channels.
package main

import "fmt"

func player(name string, in <-chan int, out chan<- int) {
	for ball := range in {
		fmt.Println(name, ball)
		if ball == 6 {
			close(out)
			break
		}
		out <- ball + 1
	}
	if name == "ping" {
		fmt.Println("ping stops")
	}
}

func main() {
	table, back := make(chan int), make(chan int)
	done := make(chan struct{})
	go func() {
		player("ping", table, back)
		close(done)
	}()
	go player("pong", back, table)
	table <- 1
	<-done
}
