// ++ is a statement, not an expression, and only comes after.
package main

func main() {
	i := 0
	j := i++
	++i
	println(i--)
	a[i++] = 1
}
