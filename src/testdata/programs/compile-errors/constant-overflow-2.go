// Constants that do not fit their type, part two.
package main

import "fmt"

const huge = 1 << 100

func main() {
	fmt.Println(huge, a, b, c, d, e, f, g, h, i, 'a'*1e10)
	var r rune = 0x110000
	var s string = string(huge)
	_ = int8(1) << 10
	_, _ = r, s
}
