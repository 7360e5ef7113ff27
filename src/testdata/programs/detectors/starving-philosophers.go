// Five philosophers who each take the left fork first and wait until all have one: a cycle.
package main

import (
	"fmt"
	"sync"
)

func main() {
	const seats = 5
	var forks [seats]sync.Mutex
	var holding, fed sync.WaitGroup
	holding.Add(seats)
	for i := range seats {
		fed.Add(1)
		go func() {
			defer fed.Done()
			forks[i].Lock()
			holding.Done()
			holding.Wait()
			forks[(i+1)%seats].Lock()
			fmt.Println("never eats", i)
		}()
	}
	fmt.Println("everybody takes the left fork")
	fed.Wait()
}
