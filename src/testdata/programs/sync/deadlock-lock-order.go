// Two goroutines take two locks in opposite order and hold one each.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var fork, knife sync.Mutex
	bothHoldOne := make(chan bool)
	go func() {
		fork.Lock()
		bothHoldOne <- true
		knife.Lock()
		fmt.Println("never")
	}()
	knife.Lock()
	<-bothHoldOne
	fork.Lock()
	fmt.Println("never")
}
