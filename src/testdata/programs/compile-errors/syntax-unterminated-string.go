// Strings, runes and comments that do not end, and unknown escapes.
package main

func main() {
	a := "no end
	b := 'ab'
	c := ''
	d := "\q \u12 \400"
	e := 'x
	_, _, _, _, _ = a, b, c, d, e
}
/* no end
