package main

import "fmt"

func main() {
	counter := make(chan string)

	go func() { // baker
		for _, loaf := range []string{"rye", "wheat", "spelt"} {
			counter <- loaf
		}
		close(counter)
	}()

	for loaf := range counter {
		fmt.Println("sold", loaf)
	}
	fmt.Println("sold out")
}
