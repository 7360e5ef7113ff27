// An imported name clashes with a declaration.
package main

import "fmt"
import "fmt"
import str "strings"

func str() {}

func main() {
	fmt.Println("x")
	main := 3
	_ = main
}
