//go:build linux || go1.18

// +build something

package main

//go:build ignore

import "fmt"

// go:build linux

func main() {
	fmt.Println()
}
