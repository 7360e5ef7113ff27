// Builds strings in the ways people do: joining, formatting, builders, replacing.
package main

import (
	"fmt"
	"strconv"
	"strings"
)

func main() {
	table := ""
	for i := range 300 {
		table += strconv.Itoa(i) + ":" + strconv.Itoa(i*i) + " "
	}
	var page strings.Builder
	for i := range 3000 {
		page.WriteString("<li class=\"item\">")
		fmt.Fprintf(&page, "%d %-8s|%5.2f", i, "row", float64(i)/7)
		page.WriteString("</li>")
	}
	html := strings.ReplaceAll(page.String(), "item", "entry")
	parts := strings.Split(html, "<li")
	for i, part := range parts {
		parts[i] = strings.TrimSpace(strings.ToLower(part))
	}
	joined := strings.Join(parts, "\n")
	vowels := 0
	for _, r := range joined {
		switch r {
		case 'a', 'e', 'i', 'o', 'u':
			vowels++
		}
	}
	reversed := []byte(table)
	for i, j := 0, len(reversed)-1; i < j; i, j = i+1, j-1 {
		reversed[i], reversed[j] = reversed[j], reversed[i]
	}
	fmt.Println(len(table), len(html), len(joined), vowels, string(reversed[:12]))
}
