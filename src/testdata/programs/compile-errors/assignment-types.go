// Values of the wrong type in assignments and declarations.
package main

type celsius float64

func main() {
	var a int = "text"
	var b string = 1
	var c float64 = 1
	var d int = c
	a = c
	b = 'x'
	var e celsius = c
	var f []int = []string{"a"}
	var g *int = a
	var h bool = 1
	_, _, _, _, _, _, _, _ = a, b, d, e, f, g, h, c
}
