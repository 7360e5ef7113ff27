// gomaxprocs: 1
// Nobody finds out that the function is nil if the goroutine never gets to run.
package main

import "fmt"

func main() {
	var compute func() int
	go compute()
	fmt.Println("main returns first")
}
