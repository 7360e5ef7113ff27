// Constant indices out of range and wrong kinds of index.
package main

import "fmt"

func main() {
	a := [3]int{}
	s := []int{1, 2}
	m := map[string]int{}
	text := "abc"
	fmt.Println(a[3], a[-1], s[-1], "abc"[5], text[-1])
	fmt.Println(s["x"], s[1.5], a[true], m[1])
	fmt.Println(a[2:1], s[2:1], "abc"[2:9], a[:4], text[1:2:3])
	n := 5
	fmt.Println(n[0], n[1:])
	text[0] = 'x'
	m["a"].x = 1
	p := &s
	fmt.Println(p[0])
	const big = 1 << 70
	fmt.Println(s[big])
	var arr [n]int
	var neg [-1]int
	_, _ = arr, neg
}
