// Packages that are used and not imported.
package main

func main() {
	fmt.Println("hello")
	x := strings.ToUpper("a")
	_ = x
}
