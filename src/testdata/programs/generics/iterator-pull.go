// iter.Pull turns an iterator into a function that gives one value a call.
package main

import (
	"fmt"
	"iter"
)

func fibonacci() iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("generator ends")
		for a, b := 0, 1; yield(a); a, b = b, a+b {
		}
	}
}

func zip[A, B any](as iter.Seq[A], bs iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		next, stop := iter.Pull(bs)
		defer stop()
		for a := range as {
			b, ok := next()
			if !ok || !yield(a, b) {
				return
			}
		}
	}
}

func letters(yield func(string) bool) {
	for _, s := range []string{"x", "y", "z"} {
		if !yield(s) {
			return
		}
	}
}

func main() {
	next, stop := iter.Pull(fibonacci())
	for range 8 {
		v, ok := next()
		fmt.Print(v, ok, " ")
	}
	fmt.Println()
	stop()
	v, ok := next()
	fmt.Println(v, ok)
	for s, n := range zip(letters, fibonacci()) {
		fmt.Println(s, n)
	}
}
