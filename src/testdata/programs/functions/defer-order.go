// Deferred calls run last first, with arguments evaluated at the defer statement.
package main

import "fmt"

func trace(name string) string {
	fmt.Println("enter", name)
	return name
}

func leave(name string) { fmt.Println("leave", name) }

func work() (result int) {
	defer leave(trace("work"))
	defer func() {
		result *= 2
		fmt.Println("doubling to", result)
	}()
	for i := range 3 {
		defer fmt.Println("loop", i)
	}
	x := 1
	defer fmt.Println("x was", x)
	x = 50
	return x + 1
}

type file struct{ name string }

func (f file) close()   { fmt.Println("close", f.name) }
func (f *file) remove() { fmt.Println("remove", f.name) }

func main() {
	fmt.Println("got", work())
	f := file{"a.txt"}
	defer f.close()
	defer f.remove()
	f.name = "b.txt"
	func() {
		defer fmt.Println("inner done")
		fmt.Println("inner")
	}()
	var total int
	defer func(start int) { fmt.Println("total", start, total) }(total)
	total = 7
	defer func() func() {
		fmt.Println("set up")
		return func() { fmt.Println("tear down") }
	}()()
	fmt.Println("end of main")
}
