package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"unicode"
	"unicode/utf16"
)

func main() {
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;", "a", "b", "b", "a")
	fmt.Println(r.Replace("<a href>b</a>"), strings.NewReplacer().Replace("same"))
	fmt.Println(strings.NewReplacer("aaa", "3", "aa", "2", "a", "1").Replace("aaaaaba"))
	fmt.Println(strings.NewReplacer("a", "1", "aa", "2").Replace("aaa"))
	fmt.Println(strings.NewReplacer("", "-", "b", "X").Replace("abc"), strings.NewReplacer("", "-").Replace("abc"))
	fmt.Println(strings.NewReplacer("héllo", "hi", "é", "e").Replace("héllo é hé"))
	r.WriteString(os.Stdout, "a<b\n")
	for line := range strings.Lines("one\ntwo\n\nthree") {
		fmt.Printf("%q ", line)
	}
	for part := range strings.SplitSeq("a,b,c", ",") {
		fmt.Print(part, ";")
	}
	for part := range strings.SplitAfterSeq("a,b,c", ",") {
		fmt.Print(part, ";")
	}
	for part := range strings.FieldsSeq(" x  y z ") {
		fmt.Print(part, ";")
		if part == "y" {
			break
		}
	}
	for part := range strings.FieldsFuncSeq("a1b2c", unicode.IsDigit) {
		fmt.Print(part, ";")
	}
	fmt.Println()
	for line := range bytes.Lines([]byte("p\nq")) {
		fmt.Printf("%q ", line)
	}
	for part := range bytes.SplitSeq([]byte("a-b"), []byte("-")) {
		fmt.Printf("%s;", part)
	}
	fmt.Println()
	for _, c := range "aZ5 é世ひカ한Дα_\u0301$+" {
		fmt.Print(unicode.Is(unicode.Latin, c), unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana), unicode.Is(unicode.Letter, c),
			unicode.Is(unicode.Nd, c), unicode.IsOneOf(unicode.PrintRanges, c), unicode.Is(unicode.Hangul, c), unicode.Is(unicode.White_Space, c), " ")
	}
	own := &unicode.RangeTable{R16: []unicode.Range16{{Lo: 'a', Hi: 'z', Stride: 2}}, R32: []unicode.Range32{{Lo: 0x10000, Hi: 0x10010, Stride: 1}}}
	fmt.Println(unicode.Is(own, 'a'), unicode.Is(own, 'b'), unicode.Is(own, 0x10005), unicode.Is(own, 'A'))
	units := utf16.Encode([]rune("a😀é\U0010FFFF"))
	fmt.Printf("%x %q\n", units, utf16.Decode(units))
	fmt.Printf("%q %v %d\n", utf16.Decode([]uint16{0xd83d, 'a', 0xdc00}), utf16.IsSurrogate(0xd800), utf16.RuneLen('😀'))
	hi, lo := utf16.EncodeRune('😀')
	fmt.Printf("%x %x %c %x\n", hi, lo, utf16.DecodeRune(hi, lo), utf16.AppendRune(nil, 'é'))
}
