// String and byte slice verbs with widths, precision and quoting.
package main

import "fmt"

func main() {
	s := "héllo"
	b := []byte("bytes\x00")
	fmt.Printf("%s|%10s|%-10s|%.3s|%10.2s|%q|%x|%X|% x|%#x|%# x\n", s, s, s, s, s, s, s, s, s, s, s)
	fmt.Printf("%s|%v|%q|%x|%d|%#v|%10q\n", b, b, b, b, b, b, b)
	fmt.Printf("%q %+q %#q %#q\n", "tab\t\"q\"\n", "é☺", "raw", "with`tick")
	fmt.Printf("%v %+v %#v %T\n", s, s, s, s)
	fmt.Printf("%q %s %v %x\n", []string{"a", "b c"}, []string{"a", "b c"}, []string{"a", "b c"}, []string{"a", "b c"})
	fmt.Printf("%-5s|%5s|%05s|%.10s|%.0s|\n", "ab", "ab", "ab", "ab", "ab")
	fmt.Printf("%6q|%-6q|%t|%s\n", "a", "b", true, error(nil))
	fmt.Printf("%s %s\n", []byte(nil), [3]byte{65, 66, 67})
	fmt.Printf("%v %d %s %x\n", [3]byte{65, 66, 67}, []byte("hi"), [][]byte{[]byte("x"), []byte("y")}, "\xff\xfe")
	fmt.Printf("%c%c %v %s|%3c|\n", 72, 'i', 'x', string(rune(0x4e16)), '世')
	fmt.Print("a", "b", 1, 2, "c", 3, nil, nil, 4.5, "\n")
	fmt.Print(1, 2, "x", "y", true, false, 'r', "\n")
	fmt.Println("a", 1, true, nil, 'x', 2.0, []int(nil), map[string]int(nil), error(nil))
	fmt.Println()
	fmt.Println(fmt.Sprint("x", 1), fmt.Sprint(1, 2), fmt.Sprint("a", "b"), fmt.Sprintln("end") == "end\n", fmt.Sprint())
}
