// The function and arguments of a go statement are evaluated before the goroutine starts.
package main

import "fmt"

type greeter struct{ name string }

func (g greeter) hello(out chan<- string, times int) { out <- fmt.Sprint(g.name, times) }

func main() {
	out := make(chan string, 3)
	n := 1
	g := greeter{"first"}
	go g.hello(out, n)
	g.name = "second"
	n++
	fmt.Println(<-out)
	hello := g.hello
	g.name = "third"
	go hello(out, n)
	fmt.Println(<-out)
	f := func(s string) { out <- s }
	go f("old")
	f = func(s string) { out <- "new " + s }
	fmt.Println(<-out)
	go func(n *int) { *n = 50; out <- "changed" }(&n)
	fmt.Println(<-out, n)
}
