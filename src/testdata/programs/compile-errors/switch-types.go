// Cases that cannot match the value of the switch.
package main

import "fmt"

type shape interface{ area() }

func main() {
	n := 1
	switch n {
	case "one":
	case 1.5:
	case nil:
	}
	var e error
	switch e.(type) {
	case int:
	case fmt.Stringer:
	case undefinedType:
	}
	switch n.(type) {
	case int:
	}
	var f func()
	switch f {
	case nil:
	case f:
	}
	s := e.(string)
	_ = s
	_ = n.(int)
	var sh shape
	_ = sh.(*int)
}
