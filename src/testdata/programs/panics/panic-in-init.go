// A panic during initialisation happens before main starts.
package main

import "fmt"

var limits = map[string]int{"low": 1}

var high = mustGet("high")

func mustGet(name string) int {
	n, ok := limits[name]
	if !ok {
		panic("no limit called " + name)
	}
	return n
}

func main() {
	fmt.Println("high is", high)
}
