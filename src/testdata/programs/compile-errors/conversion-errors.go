// Conversions that do not exist.
package main

type a struct{ x int }
type b struct{ y int }

func main() {
	s := "12"
	_ = int(s)
	_ = string(1.5)
	_ = []int("abc")
	_ = bool(1)
	_ = int(true)
	_ = a(b{})
	_ = (*a)(&b{})
	_ = [3]int([]int8{1})
	_ = (func())(5)
	_ = (chan string)(make(chan int))
	_ = float64("1")
	_ = int("1", 2)
	_ = int()
	var e error = error(s)
	_ = e
}
