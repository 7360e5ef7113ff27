// Which index of a swap is out of range: the one that gc looks at first.
package main

import "fmt"

type h []int

func (s h) Swap(i, j int) { s[i], s[j] = s[j], s[i] }

//go:noinline
func swap(s []int, i, j int) { s[i], s[j] = s[j], s[i] }

//go:noinline
func set(s []int, i, j int) { s[i], s[j] = 1, 2 }

//go:noinline
func move(s []int, i, j int) { s[i] = s[j] }

//go:noinline
func add(s []int, i, j int) int { return s[i] + s[j] }

//go:noinline
func addf(s []int, i, j int) { s[i] += s[j] }

//go:noinline
func two(s []int, i, j int) (a, b int) { a, b = s[i], s[j]; return }

//go:noinline
func three(s []string, i, j int) { s[i], s[j] = s[j], s[i] }

//go:noinline
func four(s []h, i, j int) { s[i], s[j] = s[j], s[i] }

//go:noinline
func arr(s *[4]int, i, j int) { s[i], s[j] = s[j], s[i] }

func id(x int) int { return x }

//go:noinline
func five(s []int, i, j int) { s[id(i)], s[id(j)] = s[id(j)], s[id(i)] }

func try(n string, f func()) {
	defer func() { fmt.Println(n, recover()) }()
	f()
}

func main() {
	for _, ij := range [][2]int{{0, -1}, {-1, 0}, {1, 2}, {2, 1}, {5, 9}, {9, 5}, {0, 5}, {5, 0}} {
		for n := range 2 {
			s := make([]int, n)
			i, j := ij[0], ij[1]
			fmt.Println(i, j, n)
			try("swap", func() { swap(s, i, j) })
			try("Swap", func() { h(s).Swap(i, j) })
			try("set", func() { set(s, i, j) })
			try("move", func() { move(s, i, j) })
			try("add", func() { _ = add(s, i, j) })
			try("addf", func() { addf(s, i, j) })
			try("two", func() { two(s, i, j) })
			try("three", func() { three(make([]string, n), i, j) })
			try("four", func() { four(make([]h, n), i, j) })
			try("five", func() { five(s, i, j) })
			if i >= 0 && j >= 0 {
				try("arr", func() { arr(new([4]int), i, j) })
			}
		}
	}
}
