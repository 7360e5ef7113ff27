// Programs that the journeys type in.

/** A pool that prints seven lines and ends well. */
export const smallPool = `package main

import (
	"fmt"
	"sync"
)

func worker(jobs <-chan int, results chan<- int) {
	for j := range jobs {
		results <- j * j
	}
}

func main() {
	jobs := make(chan int, 2)
	results := make(chan int, 2)
	var wg sync.WaitGroup
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			worker(jobs, results)
		}()
	}
	go func() {
		for j := 1; j <= 7; j++ {
			jobs <- j
		}
		close(jobs)
		wg.Wait()
		close(results)
	}()
	for r := range results {
		fmt.Println("square", r)
	}
}
`;

/** The same pool with nobody to drain it. */
export const stuckPool = smallPool.replace(
  '	go func() {\n		for j := 1',
  '	func() {\n		for j := 1',
);

export const halfProgram = `package main

func main() {
	jobs := make(chan int
	for {
`;

export const endlessLoop = `package main

func main() {
	n := 0
	for {
		n++
	}
}
`;

export const goroutineBomb = `package main

func bomb() {
	for {
		go bomb()
	}
}

func main() { bomb() }
`;

export const allocationBomb = `package main

func main() {
	var all [][]int
	for {
		all = append(all, make([]int, 1000000))
	}
}
`;

export const endlessOutput = `package main

import "fmt"

func main() {
	for i := 0; ; i++ {
		fmt.Println("line", i)
	}
}
`;

export const tenThousandGoroutines = `package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	for range 10000 {
		wg.Add(1)
		go func() {
			defer wg.Done()
		}()
	}
	wg.Wait()
	fmt.Println("all done")
}
`;

/** Two goroutines that each hold what the other wants. */
export const crossedLocks = `package main

import (
	"runtime"
	"sync"
)

func main() {
	var left, right sync.Mutex
	var wg sync.WaitGroup
	wg.Add(2)
	go func() { // alice
		defer wg.Done()
		left.Lock()
		runtime.Gosched()
		right.Lock()
	}()
	go func() { // bob
		defer wg.Done()
		right.Lock()
		runtime.Gosched()
		left.Lock()
	}()
	wg.Wait()
}
`;

/** Dies on a line that is wider than the editor. */
export const deepDive = `package main

func main() {
	var down func(depth int) int
	down = func(depth int) int { return down(depth+1) + 1 } // deeper and deeper, for ever and ever
	println(down(0))
}
`;
