// A failed type assertion that nobody recovers.
package main

import "fmt"

func length(v any) int { return len(v.(string)) }

func main() {
	fmt.Println(length("four"))
	fmt.Println(length(4))
}
