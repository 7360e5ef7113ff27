// Recursion: mutual, through methods, deep, and with backtracking.
package main

import "fmt"

type Tree struct {
	Left, Right *Tree
	Value       int
}

func (t *Tree) Insert(v int) *Tree {
	if t == nil {
		return &Tree{Value: v}
	}
	if v < t.Value {
		t.Left = t.Left.Insert(v)
	} else {
		t.Right = t.Right.Insert(v)
	}
	return t
}

func (t *Tree) Walk(visit func(depth, v int), depth int) {
	if t == nil {
		return
	}
	t.Left.Walk(visit, depth+1)
	visit(depth, t.Value)
	t.Right.Walk(visit, depth+1)
}

func even(n int) bool { return n == 0 || odd(n-1) }
func odd(n int) bool  { return n != 0 && even(n-1) }

func permutations(items []string, visit func([]string)) {
	var step func(int)
	step = func(k int) {
		if k == len(items) {
			visit(items)
			return
		}
		for i := k; i < len(items); i++ {
			items[k], items[i] = items[i], items[k]
			step(k + 1)
			items[k], items[i] = items[i], items[k]
		}
	}
	step(0)
}

func hanoi(n int, from, to, via string) int {
	if n == 0 {
		return 0
	}
	return hanoi(n-1, from, via, to) + 1 + hanoi(n-1, via, to, from)
}

func depth(n int) int {
	if n == 0 {
		return 0
	}
	return 1 + depth(n-1)
}

func main() {
	var root *Tree
	for _, v := range []int{5, 2, 8, 1, 9, 3} {
		root = root.Insert(v)
	}
	root.Walk(func(depth, v int) { fmt.Print(v, "@", depth, " ") }, 0)
	fmt.Println()
	fmt.Println(even(10), odd(7), even(7), hanoi(8, "a", "b", "c"), depth(10000))
	permutations([]string{"x", "y", "z"}, func(p []string) { fmt.Print(p, " ") })
	fmt.Println()
}
