// A string is bytes; ranging over it decodes runes, invalid ones as U+FFFD.
package main

import "fmt"

func main() {
	s := "héllo, 世界"
	fmt.Println(len(s), len([]rune(s)), s[0], s[1], s[2])
	for i, r := range s {
		fmt.Printf("%d:%c(%U) ", i, r, r)
	}
	fmt.Println()
	for i := 0; i < 4; i++ {
		fmt.Printf("%x ", s[i])
	}
	fmt.Println()
	fmt.Println(s[:1], s[3:5], s[8:], s[len(s)-3:])
	bad := "a\xffb\xc0\xafc"
	for i, r := range bad {
		fmt.Print(i, ":", r, " ")
	}
	fmt.Println(len(bad), len([]rune(bad)))
	fmt.Printf("%q %+q %x % x\n", bad, s, bad, bad)
	bytes := []byte("abc")
	bytes[0] = 'X'
	text := string(bytes)
	bytes[1] = 'Y'
	fmt.Println(text, string(bytes), bytes)
	runes := []rune("añb")
	runes[1] = 'n'
	fmt.Println(string(runes), runes, string(rune(0x1F600)), string(rune(-1)))
	raw := `no \n escape
second line`
	fmt.Println(raw, len(raw))
	fmt.Println("a"+"b" == "ab", "é" == "e\u0301", "\u00e9" == "é")
}
