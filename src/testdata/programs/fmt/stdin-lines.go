// Reading standard input line by line and word by word.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

func main() {
	in := bufio.NewScanner(os.Stdin)
	counts := map[string]int{}
	lines := 0
	for in.Scan() {
		lines++
		for _, word := range strings.Fields(in.Text()) {
			counts[strings.ToLower(word)]++
		}
	}
	fmt.Println(lines, len(counts), counts, in.Err())
}
