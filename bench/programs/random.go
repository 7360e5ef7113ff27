// Generators of random numbers and arithmetic modulo a prime.
package main

import (
	"fmt"
	"math/rand"
)

type xorshift struct{ x uint64 }

func (r *xorshift) next() uint64 {
	r.x ^= r.x << 13
	r.x ^= r.x >> 7
	r.x ^= r.x << 17
	return r.x
}

func (r *xorshift) float() float64 { return float64(r.next()>>11) / (1 << 53) }

var state uint64 = 42

func splitmix() uint64 {
	state += 0x9e3779b97f4a7c15
	z := state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

func congruential(seed uint64) func() uint32 {
	return func() uint32 {
		seed = seed*6364136223846793005 + 1442695040888963407
		return uint32(seed >> 33)
	}
}

type textbook struct{ seed int }

func (r *textbook) next(n int) int {
	r.seed = (r.seed*1103515245 + 12345) & 0x7fffffff
	return r.seed % n
}

func power(base, exponent, modulus int) int {
	result := 1
	for base %= modulus; exponent > 0; exponent >>= 1 {
		if exponent&1 == 1 {
			result = result * base % modulus
		}
		base = base * base % modulus
	}
	return result
}

func main() {
	r := &xorshift{88172645463325252}
	inside := 0
	for range 100_000 {
		x, y := r.float(), r.float()
		if x*x+y*y < 1 {
			inside++
		}
	}
	var sum uint64
	next := congruential(7)
	dice := &textbook{1}
	var faces [6]int
	for range 100_000 {
		sum ^= splitmix() + uint64(next())
		faces[dice.next(6)]++
	}
	inverses := 0
	for i := 1; i < 1000; i++ {
		inverses += power(i, 1_000_000_005, 1_000_000_007)
	}
	library := rand.New(rand.NewSource(1))
	drawn := 0
	for range 20_000 {
		drawn += library.Intn(100)
	}
	fmt.Println(inside, sum, faces, inverses, drawn)
}
