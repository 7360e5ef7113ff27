package main

import (
	"bytes"
	"fmt"
	"strings"
)

type raw []byte

func main() {
	words := []string{"", "a", "ab", "aab", "aaab", "b", "é", "\xff", "abc", "banana", "ana", "日本語本"}
	sum := 0
	for _, s := range words {
		for _, p := range words {
			b, q := []byte(s), raw(p)
			for _, pair := range [][2]int{
				{bytes.Index(b, q), strings.Index(s, p)}, {bytes.LastIndex(b, q), strings.LastIndex(s, p)},
				{bytes.Count(b, q), strings.Count(s, p)},
			} {
				sum = sum*31%1000003 + pair[0] + 2
				if pair[0] != pair[1] {
					fmt.Println(s, p, pair)
				}
			}
			if bytes.Equal(b, q) != (s == p) || bytes.HasPrefix(b, q) != strings.HasPrefix(s, p) || bytes.HasSuffix(b, q) != strings.HasSuffix(s, p) {
				fmt.Println("equal", s, p)
			}
		}
		for c := range 256 {
			if bytes.IndexByte([]byte(s), byte(c)) != strings.IndexByte(s, byte(c)) || bytes.LastIndexByte(raw(s), byte(c)) != strings.LastIndexByte(s, byte(c)) {
				fmt.Println("byte", s, c)
			}
		}
	}
	text := []byte("xxhello worldxx")
	part := text[2:13]
	fmt.Println(sum, bytes.Index(part, []byte("xx")), bytes.IndexByte(part, 'x'), bytes.LastIndexByte(part, 'x'), bytes.LastIndex(part, []byte("o")), bytes.Count(part, nil), bytes.Count(part, []byte("l")))
	var none []byte
	var array [4]byte
	fmt.Println(bytes.Index(none, none), bytes.Equal(nil, []byte{}), bytes.IndexByte(none, 0), bytes.IndexByte(array[:], 0), bytes.LastIndexByte(array[1:3], 0), bytes.LastIndex(none, none), bytes.Count(none, none))
	fmt.Println(bytes.Split([]byte("a,b,,c"), []byte(",")), bytes.Contains(text, []byte("wor")), bytes.Fields([]byte(" a b ")))
}
