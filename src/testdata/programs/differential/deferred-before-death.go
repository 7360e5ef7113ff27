// Deferred calls that have returned leave no mark on the stack of the panic that ran them.
package main

import "fmt"

func main() {
	defer fmt.Println("first deferred, last called")
	defer func() { fmt.Println("a literal") }()
	var x any = true
	fmt.Println(x.(func() uintptr)())
}
