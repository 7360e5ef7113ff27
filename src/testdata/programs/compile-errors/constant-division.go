// Division by a constant zero and other impossible constant operations.
package main

import "fmt"

const zero = 0

func main() {
	n := 5
	fmt.Println(n/0, n%0, n/zero, 1/0, 1.0/0, 5.0/zero, n/0.0)
	f := 2.5
	fmt.Println(f/0, f/0.0)
	fmt.Println(1<<-1, n<<-2, 1.5<<1, "a"<<1, n<<1.5)
	const c = len([]int{1})
	const d = n
	const e int = "x"
	const p = &n
	fmt.Println(5.5%2, c, d, e, p)
}
