// Assigning, passing and comparing arrays copies and compares all their elements.
package main

import "fmt"

func change(a [3]int) [3]int {
	a[0] = 100
	return a
}

func changeThrough(p *[3]int) { p[0] = 200 }

type board [2][2]rune

func main() {
	a := [3]int{1, 2, 3}
	b := a
	b[1] = 20
	c := change(a)
	fmt.Println(a, b, c, a == [3]int{1, 2, 3}, a == b)
	changeThrough(&a)
	fmt.Println(a, len(a), cap(a))
	sparse := [...]string{2: "two", 4: "four", "five"}
	fmt.Printf("%q %d\n", sparse, len(sparse))
	var grid [2][3]int
	for i := range grid {
		for j := range grid[i] {
			grid[i][j] = i*10 + j
		}
	}
	copied := grid
	copied[1][2] = -1
	row := grid[1]
	row[0] = 99
	fmt.Println(grid, copied, row)
	x := board{{'x', 'o'}, {'o', 'x'}}
	y := x
	y[0][0] = '.'
	fmt.Println(x == y, x == board{{'x', 'o'}, {'o', 'x'}}, string(x[0][:]))
	s := a[:]
	s[2] = 300
	fmt.Println(a, s)
	for i, v := range a {
		a[2] = 7
		fmt.Print(i, "=", v, " ")
	}
	fmt.Println(a)
	pairs := map[[2]int]string{{1, 2}: "one-two"}
	fmt.Println(pairs[[2]int{1, 2}])
}
