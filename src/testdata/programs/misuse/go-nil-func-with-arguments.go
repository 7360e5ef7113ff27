// gomaxprocs: 1
// With arguments or results, it is the new goroutine that calls the nil function.
package main

import (
	"fmt"
	"time"
)

type server struct{ handle func(string) error }

func request() string {
	fmt.Println("the arguments are evaluated first")
	return "request"
}

func main() {
	var s server
	defer fmt.Println("never printed")
	go func() { fmt.Println("another goroutine") }()
	go s.handle(request())
	fmt.Println("and this goroutine goes on")
	time.Sleep(time.Second)
}
