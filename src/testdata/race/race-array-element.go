// Elements of a global array and a nested field.
// race
package main

import (
	"fmt"
	"time"
)

const pause = 20 * time.Millisecond

type grid struct {
	cells [4]struct{ value, other int }
}

var board grid

func main() {
	go func() { board.cells[2].value = 1 }()
	time.Sleep(pause)
	board.cells[2].other = 2
	board.cells[1].value = 3
	fmt.Println(board.cells[2].value)
}
