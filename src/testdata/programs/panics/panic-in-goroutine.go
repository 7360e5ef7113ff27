// A panic that nobody recovers in any goroutine ends the whole program.
package main

import (
	"fmt"
	"time"
)

func process(batch []int) {
	for i := range 4 {
		fmt.Println("item", batch[i])
	}
}

func main() {
	go process([]int{10, 20, 30})
	time.Sleep(time.Second)
	fmt.Println("never reached")
}
