// Every integer type wraps around at its own width.
package main

import "fmt"

func main() {
	var i8 int8 = 127
	var i16 int16 = 32767
	var i32 int32 = 2147483647
	var i64 int64 = 9223372036854775807
	i8++
	i16++
	i32++
	i64++
	fmt.Println(i8, i16, i32, i64)

	var u8 uint8
	var u16 uint16
	var u32 uint32
	var u64 uint64
	u8--
	u16--
	u32--
	u64--
	fmt.Println(u8, u16, u32, u64)

	i8, i16, i32, i64 = -128, -32768, -2147483648, -9223372036854775808
	fmt.Println(-i8, -i16, -i32, -i64)
	fmt.Println(i8/-1, i16/-1, i32/-1, i64/-1)
	fmt.Println(i8*i8, i16*i16, i32*i32, i64*i64)

	var n int = 1 << 62
	n *= 4
	fmt.Println(n)
	var p uintptr
	p--
	fmt.Println(p)
}
