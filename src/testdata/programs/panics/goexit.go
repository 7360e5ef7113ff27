// runtime.Goexit runs deferred calls and ends only its goroutine; recover sees nothing.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	done := make(chan bool)
	go func() {
		defer close(done)
		defer func() { fmt.Println("recover gives", recover()) }()
		func() {
			defer fmt.Println("inner deferred")
			runtime.Goexit()
		}()
		fmt.Println("never")
	}()
	<-done
	fmt.Println("main goes on")
}
