package main

import (
	"fmt"
	"time"
)

func report(d time.Duration) { fmt.Println(d > 0) }

func main() {
	start := time.Now()
	defer report(time.Since(start))
	defer func() { report(time.Since(start)) }()
	defer fmt.Println(time.Since(start).Seconds() > 0, func() { time.Since(start) })
}
