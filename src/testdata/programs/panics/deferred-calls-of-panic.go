package main

import (
	"errors"
	"fmt"
	"runtime/debug"
	"strings"
	"sync/atomic"
)

// traced prints the functions of the stack that a call panics with.
func traced(call func()) {
	defer func() {
		fmt.Println("panic:", recover())
		for line := range strings.Lines(string(debug.Stack())) {
			if name, ok := strings.CutPrefix(line, "main."); ok {
				fmt.Println("   ", name[:strings.LastIndex(name, "(")])
			}
		}
	}()
	call()
}

func builtin() {
	defer fmt.Print()
	for i := range 2 {
		defer panic(i)
	}
}

func closed() {
	c := make(chan int)
	defer close(c)
	close(c)
}

func atomically() {
	var p *int64
	defer atomic.AddInt64(p, 1)
}

func main() {
	traced(builtin)
	traced(closed)
	traced(atomically)
	done := make(chan bool)
	go close(done)
	<-done
	go panic(errors.New("in a goroutine"))
	select {}
}
