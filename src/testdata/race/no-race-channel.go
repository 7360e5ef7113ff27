// The same hand-over through a channel is ordered: no race.
// race
package main

import "fmt"

func main() {
	counter := 0
	ready := make(chan bool)
	go func() {
		counter++
		ready <- true
	}()
	<-ready
	counter++
	fmt.Println(counter)
}
