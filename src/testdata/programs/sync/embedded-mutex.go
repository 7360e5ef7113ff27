// A mutex embedded in a struct lends it Lock and Unlock.
package main

import (
	"fmt"
	"sync"
)

type account struct {
	sync.Mutex
	balance int
}

func transfer(from, to *account, amount int, order ...*account) bool {
	for _, a := range order {
		a.Lock()
		defer a.Unlock()
	}
	if from.balance < amount {
		return false
	}
	from.balance -= amount
	to.balance += amount
	return true
}

func main() {
	a, b := &account{balance: 100}, &account{balance: 50}
	var wg sync.WaitGroup
	for range 20 {
		wg.Add(2)
		go func() {
			defer wg.Done()
			transfer(a, b, 5, a, b)
		}()
		go func() {
			defer wg.Done()
			transfer(b, a, 5, a, b)
		}()
	}
	wg.Wait()
	fmt.Println(a.balance + b.balance)
	fmt.Println(transfer(a, b, 1000, a, b))
}
