// Shifts by more than the width, arithmetic and logical right shifts, and shifts by variables.
package main

import "fmt"

func main() {
	one := 1
	for _, n := range []uint{0, 1, 31, 32, 62, 63, 64, 100} {
		fmt.Println(n, one<<n, int32(1)<<n, uint8(1)<<n, uint64(1)<<n)
	}
	negative := int32(-64)
	for _, n := range []int{0, 1, 5, 6, 31, 40} {
		fmt.Println(n, negative>>n, uint32(negative)>>n, int64(negative)>>n)
	}
	var b byte = 0b1011_0110
	fmt.Printf("%08b %08b %08b %08b\n", b<<2, b>>2, ^b, b&^0x0f)
	fmt.Println(0x5a|0xa5, 0x5a&0xf0, 0x5a^0xff, 0x5a&^0x0a)
	var x int64 = -1
	fmt.Println(uint64(x)>>1, x>>63, x<<63)
	y := 3
	y <<= 4
	y |= 1
	y &^= 16
	y ^= 255
	y >>= 1
	fmt.Println(y)
	var s uint = 33
	var f = int64(1) << s
	var g int32 = 1 << s
	fmt.Println(f, g)
}
