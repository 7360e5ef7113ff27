// Every form of for, with break, continue and labels.
package main

import "fmt"

func main() {
	for i := 0; i < 3; i++ {
		fmt.Print(i, " ")
	}
	n := 10
	for n > 3 {
		n -= 3
	}
	fmt.Println("n", n)
	for i := range 4 {
		if i == 2 {
			continue
		}
		fmt.Print(i, " ")
	}
	for {
		n++
		if n > 5 {
			break
		}
	}
	fmt.Println("n", n)
outer:
	for i := range 3 {
		for j := range 3 {
			switch {
			case j == 1:
				continue outer
			case i == 2:
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
	list := []int{1, 2, 3}
	for i, v := range list {
		list = append(list, v*10)
		list[2] = 99
		fmt.Print(i, ":", v, " ")
	}
	fmt.Println(list)
	for i, j := 0, 5; i < j; i, j = i+1, j-1 {
		fmt.Print(i, j, " ")
	}
	var limit int8 = 3
	for k := range limit {
		fmt.Printf("%T%d ", k, k)
	}
	for range "héy" {
		fmt.Print(".")
	}
	array := [3]int{1, 2, 3}
	for i, v := range array {
		array[2] = 10
		fmt.Print(" ", i, v)
	}
	for i, v := range &array {
		array[2] = 20
		fmt.Print(" ", i, v)
	}
	fmt.Println()
}
