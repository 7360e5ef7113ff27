// An atomic store and a plain read of the same variable.
// race
package main

import (
	"fmt"
	"sync/atomic"
	"time"
)

const pause = 20 * time.Millisecond

func main() {
	var ready int32
	go atomic.StoreInt32(&ready, 1)
	time.Sleep(pause)
	fmt.Println(ready)
}
