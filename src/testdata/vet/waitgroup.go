package main

import "sync"

type group struct{ sync.WaitGroup }

func main() {
	var wg sync.WaitGroup
	go func() {
		wg.Add(1)
		defer wg.Done()
	}()
	go func() {
		defer wg.Done()
		wg.Add(1)
	}()
	func() { wg.Add(1) }()
	g := &group{}
	go func(n int) {
		g.Add(n)
	}(1)
	p := &wg
	go func() { p.Add(1) }()
	wg.Go(func() { wg.Add(1) })
	for range 3 {
		wg.Add(1)
		go func() { wg.Done() }()
	}
	wg.Wait()
}
