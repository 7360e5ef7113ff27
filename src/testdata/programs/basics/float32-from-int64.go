package main

import "fmt"

//go:noinline
func fromInt(x int64) float32 { return float32(x) }

//go:noinline
func fromUint(x uint64) float32 { return float32(x) }

type number interface {
	~int64 | ~uint64 | ~int | ~uint | ~uintptr
}

func generic[T number](x T) float32 { return float32(x) }

func main() {
	for _, x := range []int64{
		0x8234508000000001 >> 1, 0x100000100000001, 0x100000100000000, 0x1000002fffffffff,
		1<<62 + 1<<38 + 1, 1<<62 + 1<<38, 1<<62 + 3<<38, 1<<62 + 3<<38 - 1, 1<<53 + 1<<29 + 1,
		1<<24 + 1, 1<<24 + 3, 1<<54 + 1<<30 + 1, 9007199254740993, 1<<63 - 1,
	} {
		fmt.Printf("%x %x %x %x %x\n", x, fromInt(x), fromInt(-x), fromUint(uint64(x)), fromUint(uint64(x)|1<<63))
		fmt.Printf("%x %x %x\n", generic(int(x)), generic(uint(x)), generic(uintptr(x)))
		var f float32
		f = float32(x)
		f += float32(uint64(x) << 1)
		fmt.Printf("%x %x\n", f, complex64(complex(float32(x), 0)))
	}
	const c = float32(0x100000100000001)
	fmt.Printf("%x\n", c)
}
