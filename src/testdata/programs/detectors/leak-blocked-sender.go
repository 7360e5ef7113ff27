// A goroutine stays blocked for ever on a send because the receiver gave up; main ends normally.
package main

import (
	"errors"
	"fmt"
	"time"
)

func query(delay time.Duration) (string, error) {
	answer := make(chan string)
	go func() {
		time.Sleep(delay)
		answer <- "row"
	}()
	select {
	case row := <-answer:
		return row, nil
	case <-time.After(20 * time.Millisecond):
		return "", errors.New("timeout")
	}
}

func main() {
	fmt.Println(query(time.Millisecond))
	fmt.Println(query(40 * time.Millisecond))
	time.Sleep(50 * time.Millisecond)
	fmt.Println("the second sender still waits")
}
