// goto jumps backwards to make a loop and forwards out of nested blocks.
package main

import "fmt"

func search(grid [][]int, want int) (row, column int) {
	for row = range grid {
		for column = range grid[row] {
			if grid[row][column] == want {
				goto found
			}
		}
	}
	return -1, -1
found:
	return row, column
}

func main() {
	i := 0
again:
	fmt.Print(i, " ")
	i++
	if i < 5 {
		goto again
	}
	fmt.Println()
	grid := [][]int{{1, 2}, {3, 4}, {5, 6}}
	fmt.Println(search(grid, 4))
	fmt.Println(search(grid, 7))
	tries := 0
retry:
	for attempt := range 3 {
		tries++
		if tries < 5 && attempt == 2 {
			goto retry
		}
	}
	fmt.Println(tries)
	{
		goto end
	}
end:
	fmt.Println("end")
}
