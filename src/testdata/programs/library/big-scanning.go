// Numbers of math/big that are read from a longer input, the ends of a Float's exponents, numbers
// that only look prime, and what encoding/gob would keep; then slices that are repeated.
package main

import (
	"fmt"
	"math"
	"math/big"
	"slices"
	"strings"
)

func scan(verb, text string, number any) {
	input := strings.NewReader(text)
	_, err := fmt.Fscanf(input, verb, number)
	rest := make([]byte, 20)
	n, _ := input.Read(rest)
	fmt.Printf("%s of %q: %v, error %v, left %q\n", verb, text, number, err, rest[:n])
}

func main() {
	for _, text := range []string{"12x", "0x1fg", "08", "-_1", "0b", "+", "", "  7 8", "1é", "1__2", "0_7"} {
		scan("%v", text, new(big.Int))
	}
	scan("%x", "ffz", new(big.Int))
	scan("%d", "1f", new(big.Int))
	scan("%q", "1", new(big.Int))
	for _, text := range []string{"1.5+2", "1e+", "1.2.3", ".", "0x1.8p1f", "1e5e5", "-.5e-3x", "Inf", "", "1p3"} {
		scan("%v", text, new(big.Float))
	}

	for _, text := range []string{"0x0.8p-2147483647", "0x1p-2147483649", "0x1p2147483646", "0x1p2147483647", "1e999999999"} {
		x, ok := new(big.Float).SetString(text)
		if !ok {
			fmt.Println(text, "overflows")
			continue
		}
		fmt.Println(text, x.Text('p', 0), x.MantExp(nil), x.Acc())
	}
	least := new(big.Float).SetMantExp(big.NewFloat(0.5), big.MinExp)
	fmt.Println(new(big.Float).Mul(least, least), new(big.Float).Quo(big.NewFloat(1), least).IsInf())

	// Carmichael's 561, strong pseudoprimes for the first bases and Lucas pseudoprimes, then primes.
	for _, text := range []string{"561", "3215031751", "3825123056546413051", "989", "3239", "5777", "10877",
		"318665857834031151167461", "3317044064679887385961981", "2147483647", "170141183460469231731687303715884105727"} {
		x, _ := new(big.Int).SetString(text, 10)
		fmt.Print(text, " ", x.ProbablyPrime(0), x.ProbablyPrime(5), "; ")
	}
	fmt.Println()

	x, _ := new(big.Int).SetString("-123456789012345678901234567890", 10)
	encoded, err := x.GobEncode()
	y := new(big.Int)
	fmt.Println(encoded, err, y.GobDecode(encoded), y, y.GobDecode([]byte{9}), y.GobDecode(nil), y)
	third := big.NewRat(-1, 3)
	encoded, err = third.GobEncode()
	r := new(big.Rat)
	fmt.Println(encoded, err, r.GobDecode(encoded), r, r.GobDecode(encoded[:4]), r.GobDecode(encoded[:5]))
	f := new(big.Float).SetPrec(100).SetMode(big.ToZero).Quo(big.NewFloat(-2), big.NewFloat(3))
	encoded, err = f.GobEncode()
	g := new(big.Float)
	fmt.Println(encoded, err, g.GobDecode(encoded), g.Cmp(f), g.Prec(), g.Mode(), g.Acc())
	short := new(big.Float).SetPrec(10)
	fmt.Println(short.GobDecode(encoded), short, short.Prec(), short.Mode(), g.GobDecode(encoded[:8]))

	fmt.Println(slices.Repeat([]int{1, 2, 3}, 3), slices.Repeat([]int(nil), math.MaxInt) == nil)
	for _, count := range []int{-1, math.MaxInt} {
		func() {
			defer func() { fmt.Println(recover()) }()
			_ = slices.Repeat([]int{1, 2}, count)
		}()
	}
}
