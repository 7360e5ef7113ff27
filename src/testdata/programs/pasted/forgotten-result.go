// A result nobody waits for, and a slice beyond its end.
package main

import (
	"fmt"
	"time"
)

func fetch(url string) chan string {
	ch := make(chan string)
	go func() {
		time.Sleep(time.Duration(len(url)) * 10 * time.Millisecond)
		ch <- "body of " + url
	}()
	return ch
}

func main() {
	for _, u := range []string{"a.org", "a-very-long-name.example.com"} {
		select {
		case b := <-fetch(u):
			fmt.Println(b)
		case <-time.After(100 * time.Millisecond):
			fmt.Println("timeout", u)
		}
	}
	var mu chan struct{}
	select {
	case <-mu:
	default:
		fmt.Println("nil channel blocks")
	}
	fmt.Println(cap(mu), len(mu))
	x := []int{1, 2, 3}
	i := 5
	fmt.Println(x[1:i])
}
