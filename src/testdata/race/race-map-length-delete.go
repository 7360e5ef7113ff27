// len and delete race with a write too.
// race
package main

import (
	"fmt"
	"time"
)

const pause = 20 * time.Millisecond

func main() {
	set := map[string]bool{"a": true}
	go func() { set["b"] = true }()
	time.Sleep(pause)
	fmt.Println(len(set) > 0)
	other := map[string]bool{"a": true}
	go func() { delete(other, "a") }()
	time.Sleep(pause)
	fmt.Println(other["a"])
}
