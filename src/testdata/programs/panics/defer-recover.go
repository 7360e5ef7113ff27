// When recover is deferred itself: as if the function that defers it called it when it returns.
package main

import "fmt"

func recovered(want any) {
	got := recover()
	fmt.Println("recovered", got, got == want)
}

// The deferred function returns, and recover stops the panic.
func atReturn() {
	defer fmt.Println("at return: done")
	defer func() {
		defer recover()
	}()
	panic(1)
}

// The panic of the deferred function is over when recover is run.
func afterAnother() {
	defer fmt.Println("after another: done")
	defer func() {
		defer recover()
		defer recovered(3)
		panic(3)
	}()
	panic(2)
}

// The panic of the deferred function runs recover, which sees nothing.
func tooEarly() {
	defer recovered(4)
	defer func() {
		defer recovered(5)
		defer recover()
		panic(5)
	}()
	panic(4)
}

func itself() {
	defer recovered(6)
	defer recover()
	panic(6)
}

func main() {
	atReturn()
	afterAnother()
	tooEarly()
	itself()
}
