// unicode and unicode/utf8.
package main

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

func main() {
	for _, r := range "aÉ7 \t世_!٣" {
		fmt.Print(string(r), unicode.IsLetter(r), unicode.IsUpper(r), unicode.IsDigit(r), unicode.IsNumber(r), unicode.IsSpace(r), unicode.IsPunct(r), "; ")
	}
	fmt.Println()
	fmt.Println(string(unicode.ToUpper('é')), string(unicode.ToLower('Σ')), string(unicode.ToTitle('a')), unicode.Is(unicode.Han, '世'), unicode.In('я', unicode.Cyrillic, unicode.Greek))
	s := "héllo\xff"
	fmt.Println(utf8.RuneCountInString(s), utf8.ValidString(s), utf8.RuneLen('世'), utf8.RuneLen(-1))
	r, size := utf8.DecodeRuneInString(s[1:])
	fmt.Println(string(r), size)
	r, size = utf8.DecodeLastRuneInString(s)
	fmt.Println(r == utf8.RuneError, size)
	buf := utf8.AppendRune([]byte("x"), '€')
	fmt.Println(buf, utf8.FullRune(buf[1:3]), utf8.Valid(buf), utf8.RuneStart(buf[2]))
	reversed := []rune("Hello, 世界")
	for i, j := 0, len(reversed)-1; i < j; i, j = i+1, j-1 {
		reversed[i], reversed[j] = reversed[j], reversed[i]
	}
	fmt.Println(string(reversed))
}
