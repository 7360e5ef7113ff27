package main

import (
	"fmt"
	"time"
)

func ask(question string, delay time.Duration) <-chan string {
	answer := make(chan string, 1) // room for an answer that comes too late
	go func() {                    // server
		time.Sleep(delay)
		answer <- question + "? yes"
	}()
	return answer
}

func main() {
	delays := []time.Duration{10, 50, 20, 80}
	for i, delay := range delays {
		answer := ask(fmt.Sprint("question ", i+1), delay*time.Millisecond)
		select {
		case text := <-answer:
			fmt.Println(text)
		case <-time.After(35 * time.Millisecond):
			fmt.Println("no answer in time")
		}
	}
}
