// A ticker as a rate limiter: five requests take at least four periods.
package main

import (
	"fmt"
	"time"
)

func main() {
	const period = 10 * time.Millisecond
	requests := make(chan int, 5)
	for i := range 5 {
		requests <- i
	}
	close(requests)
	limiter := time.Tick(period)
	start := time.Now()
	for r := range requests {
		<-limiter
		fmt.Println("request", r)
	}
	fmt.Println(time.Since(start) >= 4*period)
}
