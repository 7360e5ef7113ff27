// Unlocking a mutex that is not locked is a fatal error, which cannot be recovered.
package main

import (
	"fmt"
	"sync"
)

func main() {
	defer func() { fmt.Println("not reached", recover()) }()
	var mu sync.Mutex
	mu.Lock()
	mu.Unlock()
	fmt.Println("once too often")
	mu.Unlock()
}
