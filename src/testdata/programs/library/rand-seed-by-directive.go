// A line that is compiled into the program brings back the global Seed of math/rand.

//go:debug randseednop=0

package main

import (
	"fmt"
	"math/rand"
	"os"
)

func twice(seed int64) bool {
	rand.Seed(seed)
	a := rand.Int63()
	rand.Seed(seed)
	return a == rand.Int63()
}

func main() {
	fmt.Println(twice(1))
	os.Setenv("GODEBUG", "x=1,randseednop=0")
	fmt.Println(twice(1), rand.Intn(100), rand.Intn(100), rand.Perm(5))
	os.Setenv("GODEBUG", "randseednop=0,randseednop=1")
	fmt.Println(twice(2))
	os.Unsetenv("GODEBUG")
	fmt.Println(twice(3))
	os.Setenv("GODEBUG", "randseednop=0")
	os.Clearenv()
	fmt.Println(twice(3))
}
