// math/rand gives the same numbers for the same seed.
package main

import (
	"fmt"
	"math/rand"
)

func main() {
	r := rand.New(rand.NewSource(42))
	for range 5 {
		fmt.Print(r.Intn(100), " ")
	}
	fmt.Println(r.Int(), r.Int63(), r.Uint32(), r.Int31n(10))
	fmt.Println(r.Float64(), r.Float32(), r.NormFloat64(), r.ExpFloat64())
	fmt.Println(r.Perm(8), r.Int63n(1<<40), r.Int31(), r.Uint64())
	s := []string{"a", "b", "c", "d", "e"}
	r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
	fmt.Println(s)
	r.Seed(1)
	fmt.Println(r.Intn(1000), r.Intn(1000))
	other := rand.New(rand.NewSource(1))
	fmt.Println(other.Intn(1000), other.Intn(1000))
	zero := rand.New(rand.NewSource(0))
	negative := rand.New(rand.NewSource(-7))
	fmt.Println(zero.Int(), negative.Int())
	n := rand.Intn(10)
	fmt.Println(n >= 0 && n < 10)
	defer func() { fmt.Println(recover()) }()
	r.Intn(0)
}
