// A select in a loop drops channels by setting them to nil when they are closed.
package main

import "fmt"

func feed(values ...int) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for _, v := range values {
			c <- v
		}
	}()
	return c
}

func main() {
	odd, even := feed(1, 3, 5, 7), feed(2, 4)
	sum, count := 0, 0
	for odd != nil || even != nil {
		select {
		case v, ok := <-odd:
			if !ok {
				odd = nil
				continue
			}
			sum += v
			count++
		case v, ok := <-even:
			if !ok {
				even = nil
				break
			}
			sum += v
			count++
		}
	}
	fmt.Println(sum, count, odd == nil, even == nil)
}
