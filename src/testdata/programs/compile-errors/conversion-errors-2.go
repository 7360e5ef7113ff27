// Conversions that do not exist, part two.
package main

type a struct{ x int }
type b struct{ y int }

func main() {
	s := "12"
	_ = (chan string)(make(chan int))
	_ = float64("1")
	_ = int("1", 2)
	_ = int()
	var e error = error(s)
	_ = e
}
