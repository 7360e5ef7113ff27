// The words of every runtime error that a program can catch.
package main

import (
	"fmt"
	"runtime"
)

func try(f func()) {
	defer func() {
		r := recover()
		_, isRuntime := r.(runtime.Error)
		fmt.Println(r, "|", isRuntime)
	}()
	f()
}

func main() {
	s := []int{1, 2, 3}
	text := "hello"
	array := [4]int{}
	low, high, negative, big := 3, 1, -1, 10
	try(func() { _ = s[negative] })
	try(func() { s[big] = 1 })
	try(func() { _ = array[big] })
	try(func() { _ = text[big] })
	try(func() { _ = s[big:] })
	try(func() { _ = s[:big] })
	try(func() { _ = s[low:high] })
	try(func() { _ = s[negative:] })
	try(func() { _ = text[low:high] })
	try(func() { _ = text[:big] })
	try(func() { _ = text[big:] })
	try(func() { _ = array[low:high] })
	try(func() { _ = s[:2:big] })
	try(func() { _ = s[:big:3] })
	try(func() { _ = s[low:high:3] })
	try(func() { _ = make([]int, negative) })
	try(func() { _ = make([]int, 2, negative) })
	try(func() { _ = make([]int, big, low) })
	try(func() { _ = make(chan int, negative) })
	try(func() { _ = [2]int(s[:1]) })
	try(func() { _ = (*[4]int)(s) })
	try(func() { shift := negative; _ = 1 << shift })
	try(func() { _ = low % (high - 1) })
	try(func() { var m map[string][]int; m["x"] = nil })
	try(func() { var p *[3]int; _ = p[1] })
	try(func() { var p *struct{ n int }; p.n = 1 })
	try(func() { panic(fmt.Sprintf("%d%%", 50)) })
}
