// Both stacks are shown in full, through methods and generic functions.
// race
package main

import (
	"fmt"
	"time"
)

const pause = 20 * time.Millisecond

type account struct{ balance int }

func (a *account) deposit(n int) { a.balance += n }

func apply[T any](x T, f func(T)) { f(x) }

//go:noinline
func twice(a *account) {
	apply(a, func(a *account) { a.deposit(2) })
}

func main() {
	a := &account{}
	go twice(a)
	time.Sleep(pause)
	twice(a)
	fmt.Println("deposited")
}
