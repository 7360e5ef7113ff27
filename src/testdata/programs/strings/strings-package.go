// The strings package: search, split, join, trim, case, replace, fields and repeat.
package main

import (
	"fmt"
	"strings"
)

func main() {
	s := "  the quick brown fox jumps over the lazy dog  "
	t := strings.TrimSpace(s)
	fmt.Println(len(s), len(t), strings.Contains(t, "fox"), strings.Index(t, "the"), strings.LastIndex(t, "the"))
	fmt.Printf("%q\n", strings.Fields(s))
	fmt.Printf("%q\n", strings.Split("a,b,,c,", ","))
	fmt.Printf("%q\n", strings.SplitN("a,b,,c,", ",", 2))
	fmt.Printf("%q\n", strings.SplitAfter("a,b,c", ","))
	fmt.Printf("%q %q\n", strings.Split("", ","), strings.Split("héy", ""))
	fmt.Println(strings.Join([]string{"x", "y", "z"}, "-"), strings.Repeat("ab", 3))
	fmt.Println(strings.ToUpper("straße é"), strings.ToLower("ÀÉ İ"), strings.Title("hello world"))
	fmt.Println(strings.Replace("oink oink oink", "k", "ky", 2), strings.ReplaceAll("oink oink", "oink", "moo"))
	fmt.Println(strings.HasPrefix(t, "the"), strings.HasSuffix(t, "dog"), strings.Count("cheese", "e"), strings.Count("five", ""))
	fmt.Println(strings.Trim("xxhixx", "x"), strings.TrimLeft("xxhixx", "x"), strings.TrimRight("xxhixx", "x"))
	fmt.Println(strings.TrimPrefix("go.mod", "go."), strings.TrimSuffix("main.go", ".go"), strings.TrimFunc("123abc456", func(r rune) bool { return r < 'a' }))
	fmt.Println(strings.EqualFold("Go", "GO"), strings.Compare("a", "b"), strings.ContainsAny("team", "i"), strings.ContainsRune("abc", 'b'))
	before, after, found := strings.Cut("key=value=x", "=")
	fmt.Println(before, after, found)
	fmt.Println(strings.Map(func(r rune) rune {
		if r == 'a' {
			return -1
		}
		return r + 1
	}, "banana"))
	fmt.Println(strings.IndexByte("golang", 'l'), strings.IndexAny("golang", "ny"), strings.IndexFunc("Hello", func(r rune) bool { return r == 'l' }))
	fmt.Println(strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace("<b>bold</b>"))
}
