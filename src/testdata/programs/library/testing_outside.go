// Package testing in a program that is no test: benchmarks and the like work, flags are absent.
package main

import (
	"flag"
	"fmt"
	"testing"
)

func main() {
	fmt.Println(testing.Testing(), flag.Lookup("test.v") == nil)
	rounds := 0
	result := testing.Benchmark(func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			rounds++
		}
	})
	fmt.Println(result.N > 0, rounds >= result.N, result.NsPerOp() >= 0, result.T > 0)
	fmt.Println(testing.AllocsPerRun(5, func() { rounds = 0 }))
	defer func() {
		fmt.Println(recover())
		testing.Init()
		fmt.Println(flag.Lookup("test.v") != nil)
	}()
	fmt.Println(testing.Short())
}
