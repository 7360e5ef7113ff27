// An iterator that goes on after the loop has ended panics.
package main

import "fmt"

func stubborn(yield func(int) bool) {
	for i := range 5 {
		yield(i)
	}
}

func panicky(yield func(int) bool) {
	defer func() { fmt.Println("iterator saw", recover()) }()
	yield(1)
}

func main() {
	func() {
		defer func() { fmt.Println(recover()) }()
		for i := range stubborn {
			fmt.Println(i)
			if i == 1 {
				break
			}
		}
	}()
	func() {
		defer func() { fmt.Println("outside", recover()) }()
		for range panicky {
			panic("from the body")
		}
	}()
	var keep func(int) bool
	for i := range func(yield func(int) bool) { keep = yield; yield(7) } {
		fmt.Println(i)
	}
	defer fmt.Println("deferred")
	keep(8)
}
