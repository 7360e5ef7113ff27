// strconv.FormatFloat with 32 bits rounds its argument to a float32 first, in every format.
package main

import (
	"fmt"
	"strconv"
)

func main() {
	for _, f := range []float64{1e-320, 0.1, 16777217, 1e300, -1e39} {
		for _, format := range []byte("eEfgGbxX") {
			fmt.Print(strconv.FormatFloat(f, format, 6, 32), " ", strconv.FormatFloat(f, format, -1, 32), " ")
		}
		fmt.Println()
	}
}
