// Untyped constants are exact and take the type that their use needs.
package main

import (
	"fmt"
	"math"
	"time"
)

const (
	huge   = 1 << 100
	ratio  = 1.0 / 3.0
	small  = huge >> 98
	third  = ratio * 3
	mask   = ^uint32(0)
	letter = 'a' + 1
	name   = "inter" + "leave"
	long   = len(name)
)

func main() {
	fmt.Println(small, third == 1, mask, letter, string(rune(letter)), name, long)
	var f32 float32 = huge
	var f64 float64 = huge
	fmt.Println(f32, f64)
	fmt.Println(huge/(1<<90), 7/2, 7/2.0, -7/2, 7%4)
	fmt.Println(math.MaxInt64, uint64(math.MaxUint64), math.MaxUint32)
	fmt.Println(math.Pi, float32(math.Pi), math.SmallestNonzeroFloat64, math.MaxFloat32)
	var d time.Duration = 2 * time.Second
	const half = 0.5
	fmt.Println(d*3/2, time.Duration(half*float64(time.Second)))
	fmt.Printf("%T %T %T %T %T\n", 1, 1.0, 'x', "s", 2i)
	const e = 1e3
	var n int = e
	var r rune = 65.0
	fmt.Println(n, r, 0x1p-2, 0b101, 0o17, 017, 1_000_000, 0x_ff)
	fmt.Println('\n', '\x41', '\u00e9', '\'', '\\', "\t|\"\a"[1:3])
}
