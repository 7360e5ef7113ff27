// Short declarations, shadowing, zero values, blank names and parallel assignment.
package main

import "fmt"

var (
	total  = double(base)
	base   = 21
	ready  bool
	labels []string
)

func double(n int) int { return 2 * n }

func pair() (int, string) { return 7, "seven" }

func main() {
	fmt.Println(total, base, ready, labels == nil, len(labels))
	x := 1
	{
		x := 2
		x++
		fmt.Println("inner", x)
	}
	if x := x * 10; x > 5 {
		fmt.Println("if", x)
	} else {
		fmt.Println("else", x)
	}
	fmt.Println("outer", x)
	n, word := pair()
	n, more := 8, "again"
	_, word = pair()
	fmt.Println(n, word, more)
	a, b, c := 1, 2, 3
	a, b, c = c, a, b
	fmt.Println(a, b, c)
	list := []int{10, 20, 30}
	i := 0
	i, list[i] = 2, 99
	fmt.Println(i, list)
	list[0], list[2] = list[2], list[0]
	fmt.Println(list)
	var p *int
	var e error
	var s string
	var arr [3]float64
	fmt.Printf("%v %v %q %v\n", p, e, s, arr)
	len := func(s string) int { return 42 }
	fmt.Println(len("shadowed"))
}
