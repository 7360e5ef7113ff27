// Imports that are never used, plain, renamed and by path.
package main

import (
	"fmt"
	m "math"
	"math/rand"
	"os"
	str "strings"
)

func main() {
	fmt.Println(m.Pi)
}
