// An index out of range that nobody recovers.
package main

import "fmt"

func third(list []string) string { return list[2] }

func main() {
	fmt.Println(third([]string{"a", "b", "c"}))
	fmt.Println(third([]string{"a", "b"}))
}
