// main and init with the wrong shape.
package main

var init = 1

func main(args []string) int {
	return 0
}

func init() int { return 1 }
