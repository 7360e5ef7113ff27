// Receiving from a closed channel gives what is left and then zero values.
package main

import "fmt"

func main() {
	c := make(chan int, 2)
	c <- 10
	c <- 20
	close(c)
	for range 4 {
		v, ok := <-c
		fmt.Println(v, ok)
	}
	done := make(chan struct{})
	results := make(chan string)
	for i := range 3 {
		go func() {
			<-done
			results <- fmt.Sprint("worker ", i, " released")
		}()
	}
	close(done)
	seen := map[string]bool{}
	for range 3 {
		seen[<-results] = true
	}
	fmt.Println(len(seen), seen["worker 1 released"])
	_, ok := <-done
	fmt.Println(ok)
}
