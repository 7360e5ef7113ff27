// Several goroutines sleep for ever in different ways, main in a WaitGroup.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	c := make(chan int)
	mu.Lock()
	wg.Add(4)
	go func() {
		defer wg.Done()
		<-c
	}()
	go func() {
		defer wg.Done()
		mu.Lock()
	}()
	go func() {
		defer wg.Done()
		select {
		case c := <-make(chan int):
			fmt.Println(c)
		case <-make(chan string):
		}
	}()
	go func() {
		defer wg.Done()
		select {}
	}()
	time.Sleep(20 * time.Millisecond)
	fmt.Println("all are asleep now")
	wg.Wait()
}
