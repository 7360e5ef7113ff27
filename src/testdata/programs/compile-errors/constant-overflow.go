// Constants that do not fit their type.
package main

import "fmt"

const huge = 1 << 100

func main() {
	var a int8 = 128
	var b uint = -1
	var c byte = 300
	var d int = huge
	var e int32 = 1 << 31
	var f float32 = 1e100
	g := uint8(256)
	h := int(3.5)
	i := huge
	fmt.Println(huge, a, b, c, d, e, f, g, h, i, 'a'*1e10)
	var r rune = 0x110000
	var s string = string(huge)
	_ = int8(1) << 10
	_, _ = r, s
}
