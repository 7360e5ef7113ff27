// Closures share the variables they capture, and each loop turn has its own.
package main

import "fmt"

func counter() (func() int, func()) {
	n := 0
	return func() int { n++; return n }, func() { n = 100 }
}

func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

func adder(n int) func(int) int { return func(x int) int { return x + n } }

func main() {
	next, reset := counter()
	other, _ := counter()
	fmt.Println(next(), next(), other())
	reset()
	fmt.Println(next(), other())

	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i *= 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println()

	var late []func()
	for i := 0; i < 3; i++ {
		late = append(late, func() { fmt.Print(i, " ") })
		i++
	}
	for _, f := range late {
		f()
	}
	for i, word := range []string{"a", "b"} {
		defer func() { fmt.Print(i, word, " ") }()
	}
	fmt.Println(compose(adder(1), adder(10), func(x int) int { return x * x })(2))

	var fib func(int) int
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	}
	fmt.Println(fib(15))
	x := 1
	func() {
		x := x + 1
		x++
		_ = x
	}()
	func(y *int) { *y = 50 }(&x)
	fmt.Println(x)
}
