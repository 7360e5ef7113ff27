// An import path that no package has.
package main

import (
	"fmt"
	"nosuchpackage"
)

func main() {
	fmt.Println(nosuchpackage.X)
}
