// One goroutine writes a map while another reads it, unordered.
// race
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	stock := map[string]int{"bolt": 1}
	var wg sync.WaitGroup
	wg.Add(1)
	read := make(chan bool)
	go func() {
		defer wg.Done()
		_ = stock["bolt"]
		read <- true
	}()
	<-read
	wg.Add(1)
	go func() {
		defer wg.Done()
		stock["nut"] = 2
	}()
	time.Sleep(50 * time.Millisecond)
	stock["screw"] = 3
	wg.Wait()
	fmt.Println(len(stock))
}
