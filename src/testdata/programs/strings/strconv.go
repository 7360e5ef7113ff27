// strconv parses and formats numbers, and its errors say what went wrong.
package main

import (
	"fmt"
	"strconv"
)

func main() {
	for _, s := range []string{"42", "-17", "+5", "", "4x", "99999999999999999999", " 1"} {
		n, err := strconv.Atoi(s)
		fmt.Println(n, err)
	}
	fmt.Println(strconv.Itoa(-45), strconv.FormatInt(255, 16), strconv.FormatInt(-5, 2), strconv.FormatUint(1<<63, 36))
	for _, base := range []int{0, 2, 10, 16} {
		n, err := strconv.ParseInt("0x1f", base, 64)
		fmt.Println(n, err)
	}
	n8, err := strconv.ParseInt("300", 10, 8)
	fmt.Println(n8, err)
	u, err := strconv.ParseUint("-1", 10, 64)
	fmt.Println(u, err)
	for _, s := range []string{"3.14", "1e10", "-0", "inf", "NaN", "1_000", "0x1p-2", "abc", "1e400"} {
		f, err := strconv.ParseFloat(s, 64)
		fmt.Println(f, err)
	}
	for _, s := range []string{"true", "T", "0", "yes"} {
		b, err := strconv.ParseBool(s)
		fmt.Println(b, err)
	}
	fmt.Println(strconv.FormatFloat(3.14159, 'f', 2, 64), strconv.FormatFloat(1e21, 'g', -1, 64), strconv.FormatFloat(0.000001234, 'e', 3, 32))
	fmt.Println(strconv.Quote("tab\t\"quote\" é \x00"), strconv.QuoteToASCII("é☺"), strconv.QuoteRune('☺'))
	text, err := strconv.Unquote(`"a\tb\u00e9"`)
	fmt.Println(text, err)
	_, err = strconv.Unquote("nope")
	fmt.Println(err)
	fmt.Println(string(strconv.AppendInt([]byte("n="), 12, 10)), strconv.FormatBool(false))
}
