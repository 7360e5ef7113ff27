// A nested select gives one channel priority over another.
package main

import "fmt"

func main() {
	urgent, normal := make(chan string, 3), make(chan string, 3)
	for i := range 3 {
		normal <- fmt.Sprint("normal ", i)
		urgent <- fmt.Sprint("urgent ", i)
	}
	for range 6 {
		select {
		case m := <-urgent:
			fmt.Println(m)
		default:
			select {
			case m := <-urgent:
				fmt.Println(m)
			case m := <-normal:
				fmt.Println(m)
			}
		}
	}
}
