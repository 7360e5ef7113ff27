// Misspelt names of the library: some are names that the package keeps for itself.
package main

import (
	"errors"
	"fmt"
	"math"
	"os"
	"strings"
	"time"
)

func main() {
	fmt.println(math.sqrt(2), math.abs(-1), math.log10(3))
	fmt.Println(fmt.errorf("x"), errors.is(nil, nil), time.now())
	fmt.Println(strings.indexFunc("x", nil, true), os.open("x"))
}
