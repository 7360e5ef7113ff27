// The order of ranging over a map is not fixed; each key comes once.
package main

import "fmt"

func main() {
	for name := range map[string]int{"a": 1, "b": 2, "c": 3} {
		fmt.Println(name)
	}
}
