// Integer verbs with widths, flags and precision.
package main

import "fmt"

func main() {
	n, m := 42, -42
	fmt.Printf("%d|%5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%#o|%O|%b|%#b\n", n, n, n, n, n, n, n, n, n, n, n, n, n, n)
	fmt.Printf("%d|%5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%b\n", m, m, m, m, m, m, m, m, m, m, m)
	fmt.Printf("%c|%q|%U|%#U|%5c|%-5c|\n", 'é', 'é', 'é', 'é', 'x', 'x')
	fmt.Printf("%.5d|%8.3d|%-8.3d|%+.3d|%.0d|\n", n, n, n, n, 0)
	fmt.Printf("%08b|%#08x|%+08d|%-08d|%x\n", 5, 255, 7, 7, uint8(200))
	fmt.Printf("%d %d %d\n", int8(-128), uint64(18446744073709551615), int64(-9223372036854775808))
	fmt.Printf("%*d|%-*d|%.*d\n", 6, n, 6, n, 4, n)
	fmt.Printf("%[2]d %[1]d %[2]x|%[1]*[2]d\n", 3, 255)
	fmt.Printf("%v %+v %#v %T|%v %#v\n", n, n, n, n, uint8(7), uint8(7))
	fmt.Printf("%#v %#v %#v %#v\n", uintptr(10), 'a', int64(-1), uint(3))
	fmt.Printf("%6.2f%%|%t|%5t|%-7t|%v\n", 99.5, true, false, true, false)
	fmt.Printf("%q %q %q %#q %+q\n", '\U0001F600', '\x00', '\'', 'x', 'é')
}
