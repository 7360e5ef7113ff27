// 64-bit integers stay exact beyond 2^53.
package main

import "fmt"

const big = 1<<53 + 1

func factorial(n int64) int64 {
	if n <= 1 {
		return 1
	}
	return n * factorial(n-1)
}

func main() {
	var n int64 = big
	fmt.Println(n, n+1, n*2, n-1)
	fmt.Println(int64(float64(n)))
	for i := int64(18); i <= 22; i++ {
		fmt.Println(i, factorial(i))
	}
	var hash uint64 = 14695981039346656037
	for _, c := range []byte("interleave") {
		hash ^= uint64(c)
		hash *= 1099511628211
	}
	fmt.Println(hash, hash>>7, hash%1000003)
	seed := uint64(42)
	for range 5 {
		seed = seed*6364136223846793005 + 1442695040888963407
		fmt.Println(seed>>33, int32(seed), uint16(seed>>16))
	}
}
