// Package variables that need each other.
package main

import "fmt"

var a = b + 1
var b = f()

func f() int { return c }

var c = a

var self = func() int { return self2 }()
var self2 = self

const x = y
const y = x

func main() {
	fmt.Println(a, b, c)
}
