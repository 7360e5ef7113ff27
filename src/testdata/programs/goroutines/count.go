// runtime.NumGoroutine counts goroutines that have not ended.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	fmt.Println(runtime.NumGoroutine())
	stop := make(chan struct{})
	ready := make(chan struct{})
	for range 4 {
		go func() {
			ready <- struct{}{}
			<-stop
		}()
	}
	for range 4 {
		<-ready
	}
	fmt.Println(runtime.NumGoroutine())
	close(stop)
	for runtime.NumGoroutine() > 1 {
		runtime.Gosched()
	}
	fmt.Println(runtime.NumGoroutine())
}
