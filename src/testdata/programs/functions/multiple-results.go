// Several results, named results, variadic parameters and passing results along.
package main

import (
	"errors"
	"fmt"
	"strings"
)

func divide(a, b int) (quotient, remainder int, err error) {
	if b == 0 {
		err = errors.New("division by zero")
		return
	}
	return a / b, a % b, nil
}

func join(sep string, words ...string) string {
	return fmt.Sprint(len(words), ":", strings.Join(words, sep))
}

func minmax(first int, rest ...int) (low, high int) {
	low, high = first, first
	for _, n := range rest {
		low, high = min(low, n), max(high, n)
	}
	return
}

func swap(a, b string) (string, string) { return b, a }

func show(values ...any) { fmt.Println(len(values), values) }

func grow(list ...int) { list[0] = -1 }

func main() {
	fmt.Println(divide(17, 5))
	_, _, err := divide(1, 0)
	fmt.Println(err)
	fmt.Println(join("-"), join("-", "a"), join("-", []string{"x", "y", "z"}...))
	fmt.Println(minmax(3))
	low, high := minmax(5, 9, -2, 7)
	fmt.Println(low, high)
	fmt.Println(swap(swap("left", "right")))
	show(swap("1", "2"))
	show()
	show(nil)
	show([]int{1, 2}, "x")
	show([]any{1, "two", nil}...)
	list := []int{1, 2, 3}
	grow(list...)
	fmt.Println(list)
	var op func(int, int) (int, int, error) = divide
	q, _, _ := op(100, 7)
	fmt.Println(q, op != nil)
}
