package main

import (
	"fmt"
	"log"
	"sync"
	"time"
)

func producer(ch chan<- int, wg *sync.WaitGroup) {
	wg.Add(1)
	defer wg.Done()
	ch <- 1
}

func byValue(wg sync.WaitGroup) { wg.Done() }

func main() {
	var wg sync.WaitGroup
	ch := make(chan int, 10)
	for i := range 3 {
		go func() {
			wg.Add(1)
			defer wg.Done()
			ch <- i
		}()
		go producer(ch, &wg)
		go byValue(wg)
		go func(wg sync.WaitGroup) {
			wg.Add(1)
		}(wg)
	}
	start := time.Now()
	defer log.Println("took", time.Since(start))
	defer log.Printf("took %s %d", time.Since(start))
	for {
		select {
		case v := <-ch:
			fmt.Printf("got %s\n", v)
			continue
			fmt.Println("never")
		case <-time.After(time.Second):
			return
		}
	}
	wg.Wait()
}
