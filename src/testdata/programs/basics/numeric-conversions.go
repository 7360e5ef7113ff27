// Conversions between numeric types truncate, wrap or round.
package main

import "fmt"

type Celsius float64
type ID uint16

func main() {
	n := 1_000_000
	fmt.Println(int8(n), uint8(n), int16(n), uint16(n), int32(n))
	m := -1
	fmt.Println(uint(m), uint8(m), uint16(m), uint32(m), uint64(m))
	f := 3.99
	fmt.Println(int(f), int(-f), int8(f), uint(f), float32(f))
	big := int64(1)<<62 + 1
	fmt.Println(float64(big), float32(big), int64(float64(big)))
	var u uint64 = 1<<63 + 12345
	fmt.Println(float64(u), int64(u), uint32(u))
	c := Celsius(36.6)
	fmt.Println(c, float64(c)*2, Celsius(10)/4, ID(70000%65536))
	var r rune = 'é'
	fmt.Println(r, byte(r), string(r), int(r)+1)
	var b byte = 'A'
	fmt.Println(b, string(rune(b)), b+1, rune(b)+256)
	i := 16777217
	fmt.Println(float32(i), float64(i), int(float32(i)))
	fmt.Println(uint32(u)+1, int32(u>>32))
}
