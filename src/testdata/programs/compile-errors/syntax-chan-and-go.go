// go and defer without a call, and select cases that do not communicate.
package main

func main() {
	go println
	defer (println("x"))
	c := make(chan int)
	select {
	case x := 5:
	case c:
	case <-c, <-c:
	case c <- 1:
	}
	go func() { println("x") }
}
