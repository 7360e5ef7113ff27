package main

import (
	"fmt"
	"time"
)

func load(names []string) <-chan string {
	loaded := make(chan string)
	go func() { // loader
		defer close(loaded)
		for _, name := range names {
			loaded <- name
		}
	}()
	return loaded
}

func resize(loaded <-chan string) <-chan string {
	resized := make(chan string)
	go func() { // resizer
		defer close(resized)
		for name := range loaded {
			time.Sleep(20 * time.Millisecond) // the slow stage
			resized <- name + " 640x480"
		}
	}()
	return resized
}

func label(resized <-chan string) <-chan string {
	labelled := make(chan string)
	go func() { // labeller
		defer close(labelled)
		number := 0
		for photo := range resized {
			number++
			labelled <- fmt.Sprintf("#%d %s", number, photo)
		}
	}()
	return labelled
}

func main() {
	names := []string{"harbour", "market", "bridge", "garden", "night"}
	for photo := range label(resize(load(names))) {
		fmt.Println(photo)
	}
}
