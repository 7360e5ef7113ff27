// Calls: the 30th Fibonacci number by double recursion.
package main

func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

func main() { println(fib(30)) }
