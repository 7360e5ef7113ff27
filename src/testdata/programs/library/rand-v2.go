// math/rand/v2 with the PCG and ChaCha8 sources.
package main

import (
	"fmt"
	"math/rand/v2"
)

func main() {
	r := rand.New(rand.NewPCG(1, 2))
	for range 5 {
		fmt.Print(r.IntN(100), " ")
	}
	fmt.Println(r.Uint64(), r.Int64N(1_000_000_000_000), r.Uint32N(7), r.Int())
	fmt.Println(r.Float64(), r.Float32(), r.NormFloat64(), r.ExpFloat64())
	fmt.Println(r.Perm(6), r.Int32N(9), r.UintN(1<<33))
	s := []int{1, 2, 3, 4, 5, 6}
	r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
	fmt.Println(s)
	var seed [32]byte
	copy(seed[:], "interleave interleave interleave")
	c := rand.New(rand.NewChaCha8(seed))
	fmt.Println(c.Uint64(), c.IntN(1000), c.IntN(1000), c.Float64())
	z := rand.NewZipf(r, 1.5, 2, 100)
	fmt.Println(z.Uint64(), z.Uint64(), rand.N(10) < 10)
	defer func() { fmt.Println(recover()) }()
	r.IntN(-1)
}
