// Iterators: functions that range can call, with break, return, continue and defer.
package main

import (
	"fmt"
	"iter"
)

func Count(from, to int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Print("(end) ")
		for i := from; i < to; i++ {
			if !yield(i) {
				fmt.Print("(stopped) ")
				return
			}
		}
	}
}

func Enumerate[T any](list []T) iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		for i, v := range list {
			if !yield(i, v) {
				return
			}
		}
	}
}

func Filter[T any](seq iter.Seq[T], keep func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v := range seq {
			if keep(v) && !yield(v) {
				return
			}
		}
	}
}

func firstOver(limit int) int {
	for n := range Count(0, 100) {
		defer fmt.Println("deferred for", n)
		if n*n > limit {
			return n
		}
	}
	return -1
}

func main() {
	for i := range Count(0, 3) {
		fmt.Print(i, " ")
	}
	fmt.Println()
	for i := range Count(5, 50) {
		if i == 6 {
			continue
		}
		if i > 8 {
			break
		}
		fmt.Print(i, " ")
	}
	fmt.Println()
	for i, s := range Enumerate([]string{"a", "b"}) {
		fmt.Print(i, s, " ")
	}
	for v := range Filter(Count(0, 10), func(n int) bool { return n%3 == 0 }) {
		fmt.Print(v, " ")
	}
	fmt.Println()
	fmt.Println(firstOver(5))
outer:
	for i := range Count(0, 3) {
		for j := range Count(10, 13) {
			if j == 11 {
				continue outer
			}
			if i == 1 {
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
	for range Count(0, 2) {
		fmt.Print("tick ")
	}
	fmt.Println()
}
