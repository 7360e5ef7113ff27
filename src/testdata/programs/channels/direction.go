// Channels with a direction: conversion at calls, channels of channels, functions that return them.
package main

import "fmt"

func produce(out chan<- int, n int) {
	for i := range n {
		out <- i * i
	}
	close(out)
}

func consume(in <-chan int) (sum int) {
	for v := range in {
		sum += v
	}
	return
}

type request struct {
	n     int
	reply chan<- string
}

func server() chan<- request {
	requests := make(chan request)
	go func() {
		for r := range requests {
			r.reply <- fmt.Sprint("answer ", r.n*2)
		}
	}()
	return requests
}

func main() {
	c := make(chan int)
	go produce(c, 5)
	fmt.Println(consume(c))
	s := server()
	reply := make(chan string)
	for i := range 3 {
		s <- request{i, reply}
		fmt.Println(<-reply)
	}
	chans := make(chan chan string, 1)
	inner := make(chan string, 1)
	chans <- inner
	(<-chans) <- "through"
	fmt.Println(<-inner)
	var ro <-chan int = c
	fmt.Printf("%T %T %T\n", c, ro, s)
}
