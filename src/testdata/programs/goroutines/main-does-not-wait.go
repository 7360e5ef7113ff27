// When main returns, goroutines that still work are cut off.
package main

import (
	"fmt"
	"time"
)

func main() {
	go func() {
		time.Sleep(time.Hour)
		fmt.Println("never printed")
	}()
	go func() {
		select {}
	}()
	fmt.Println("main is done")
}
