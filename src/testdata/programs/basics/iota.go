// iota counts lines of a const declaration, with skips, expressions and several names a line.
package main

import "fmt"

type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	_
	Thursday
)

const (
	KB = 1 << (10 * (iota + 1))
	MB
	GB
)

type Flag uint8

const (
	Read Flag = 1 << iota
	Write
	Execute
	all = Read | Write | Execute
)

const (
	a, b = iota, iota * 10
	c, d
	_, _
	e, f
)

const (
	first = "x"
	second
	third = iota
	fourth
)

func (d Weekday) String() string {
	return [...]string{"Sun", "Mon", "Tue", "Wed", "Thu"}[d]
}

func main() {
	fmt.Println(Sunday, Monday, Tuesday, Thursday)
	fmt.Printf("%d %v %s %T\n", Thursday, Thursday, Thursday, Thursday)
	fmt.Println(KB, MB, GB)
	fmt.Println(Read, Write, Execute, all, all&^Write)
	fmt.Println(a, b, c, d, e, f)
	fmt.Println(first, second, third, fourth)
}
