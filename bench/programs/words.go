// Counts words: maps of strings, slicing, sorting.
package main

import (
	"fmt"
	"sort"
	"strings"
)

var roots = []string{"go", "chan", "select", "wait", "lock", "heap", "frame", "trace", "slice", "map"}

func text(n int) string {
	var b strings.Builder
	seed := uint32(7)
	for range n {
		seed = seed*1664525 + 1013904223
		b.WriteString(roots[seed>>8%uint32(len(roots))])
		if seed>>20&3 == 0 {
			b.WriteString(roots[seed>>12%uint32(len(roots))])
		}
		b.WriteByte(" \n,."[seed>>28&3])
	}
	return b.String()
}

func main() {
	counts := map[string]int{}
	for _, line := range strings.Split(text(60000), "\n") {
		for _, word := range strings.FieldsFunc(line, func(r rune) bool { return r == ' ' || r == ',' || r == '.' }) {
			counts[strings.ToUpper(word)]++
		}
	}
	words := make([]string, 0, len(counts))
	for word := range counts {
		words = append(words, word)
	}
	sort.Slice(words, func(i, j int) bool {
		if counts[words[i]] != counts[words[j]] {
			return counts[words[i]] > counts[words[j]]
		}
		return words[i] < words[j]
	})
	for _, word := range words[:8] {
		fmt.Println(word, counts[word])
	}
}
