// Reading through a nil pointer is a segmentation violation with Go's signal line.
package main

import "fmt"

type user struct {
	name string
	next *user
}

func main() {
	u := &user{name: "ann"}
	fmt.Println(u.name)
	fmt.Println(u.next.name)
}
