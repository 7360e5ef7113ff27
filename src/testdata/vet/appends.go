package main

import "fmt"

func main() {
	s := []int{1}
	s = append(s)
	fmt.Println(append(s), append(s, 1), append([]byte{}, "x"...))
}
