// Cases that cannot match the value of the switch, part two.
package main

import "fmt"

type shape interface{ area() }

func main() {
	n := 1
	switch n {
	}
	var e error
	switch e.(type) {
	case fmt.Stringer:
	}
	switch n.(type) {
	case int:
	}
	var f func()
	switch f {
	case nil:
	}
	_ = s
	var sh shape
	_ = sh.(*int)
}
