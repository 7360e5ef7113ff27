// Powers modulo a number with negative operands, as Go has them.
package main

import (
	"fmt"
	"math/big"
)

func main() {
	for _, x := range []int64{-7, -2, -1, 0, 1, 3, 10} {
		for _, y := range []int64{-3, -2, -1, 0, 1, 2, 5} {
			for _, m := range []int64{-11, 1, 2, 9, 13} {
				fmt.Print(new(big.Int).Exp(big.NewInt(x), big.NewInt(y), big.NewInt(m)), " ")
			}
		}
		fmt.Println()
	}
}
