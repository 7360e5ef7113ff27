package main

import "fmt"

func gen[T int8 | int64](v T) T { return v << 9 }

func main() {
	var i8 int8 = 1
	var u uint32 = 1
	var i int = 1
	fmt.Println(i8<<8, i8<<7, i8>>9, u<<32, u<<31, i<<64, i<<63)
	u <<= 40
	u >>= 5
	const c = 1
	fmt.Println(c<<40>>40, gen(int8(1)))
	if ^uint(0)>>63 == 0 {
		i8 = i8 << 20
	}
	if false {
		i8 <<= 30
	} else {
		i8 <<= 31
	}
	switch 4 {
	case 8:
		i8 <<= 40
	case 4:
		i8 <<= 41
	}
	s := []int16{1}
	s[0] <<= 16
	fmt.Println((s[0]+1)<<17, uint8(i)<<(4+4))
}
