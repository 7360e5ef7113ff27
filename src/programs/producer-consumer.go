package main

import (
	"fmt"
	"time"
)

func main() {
	readings := make(chan int, 3)
	done := make(chan bool)

	go func() { // sensor
		for celsius := 18; celsius < 26; celsius++ {
			readings <- celsius
			time.Sleep(2 * time.Millisecond)
		}
		close(readings)
	}()

	go func() { // recorder
		total, count := 0, 0
		for celsius := range readings {
			time.Sleep(5 * time.Millisecond) // writing takes longer than measuring
			total += celsius
			count++
		}
		fmt.Println(count, "readings, mean", float64(total)/float64(count))
		done <- true
	}()

	<-done
}
