// Formats that are no good, and values whose form depends on how they came.
// vet: printf
package main

import (
	"fmt"
	"reflect"
	"regexp"
	"strconv"
)

type shouter int

func (s shouter) Shout() string { return fmt.Sprint(int(s), "!") }

var address = regexp.MustCompile(`0x[0-9a-f]+`)

func show(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	fmt.Printf("%-24q %s\n", format, address.ReplaceAllString(text, "0xPTR"))
}

func main() {
	show("%.[]", 1)
	show("%[]d", 1)
	show("%[", 1)
	show("%[1]", 1)
	show("%[1]2d", 7)
	show("%[2]*[1]d", 7, 5)
	show("%[2]*.[1]*[3]f", 2, 8, 12.0)
	show("%[3]*.[2]*[1]f", 12.0, 2, 6)
	show("%.[2]d", 1, 2)
	show("%[1].2f", 1.0)
	show("%[-1]d", 1)
	show("%[x]d", 1)
	show("%[99999999999]d", 1)
	show("%2147483648d", 42)
	show("%.2147483648d", 42)
	show("%-99999999999999d", 42)
	show("%.", 3)
	show("%5.", 3)
	show("%*d", -5, 42)
	show("%0*d|", -5, 42)
	show("%*d", 10000000, 42)
	show("%.*d", -1, 42)
	show("%.*d", "x", 42)
	show("%#v %#v", []byte{1}, []byte(nil))
	show("%#v", reflect.ValueOf([]byte{1, 2}))
	show("%#v", &[]byte{1})
	show("%#v", struct{ B []byte }{[]byte{1}})
	show("%v %d", reflect.ValueOf([]byte{1, 2}), []byte{3})
	show("%v", reflect.ValueOf(shouter(3)).Method(0))
	show("%#v", reflect.ValueOf(shouter(3)).Method(0))
	show("%v", reflect.ValueOf(shouter(3)).Method(0).Call(nil)[0])

	for _, s := range []string{"i", "+i", "-i", "1i", "1+i", "0+1i", "Infi", "infinityi", "3+Infi", "NaN", "NaN+NaNi", "1e400i", "(1+2i)", "(1+2i", "1+2", "", "()", "0x1p2i", "1_0i"} {
		c, err := strconv.ParseComplex(s, 128)
		fmt.Println(c, err)
	}
	for _, s := range []string{"\"\xc0\"", "\"a\xff\"", "\"\\t\xc0b\"", "`\xc0`", "'\xc0'", "\"\\xff\"", "\"\ufffd\""} {
		text, err := strconv.Unquote(s)
		fmt.Printf("%q %v\n", text, err)
	}
}
