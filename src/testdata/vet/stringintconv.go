package main

import "fmt"

type text string

type num int

type alias = string

func gen[T string | text, V int | rune](v V) T { return T(v) }

func same[V ~int16](v V) string { return string(v) }

func main() {
	i := 65
	var u uint8 = 65
	var r rune = 65
	var n num = 3
	fmt.Println(string(i), string(u), string(r), string(n), text(i), alias(i), string(uint16(3)))
	fmt.Println(string(rune(i)), string('x'), string(65), text(n))
	fmt.Println([]byte(string(i)), same(int16(3)), (string)(i))
	_ = gen[string, int]
}
