// or, or-done, tee, bridge and fan-in.
package main

import (
	"fmt"
	"sort"
	"sync"
	"time"
)

func orDone[T any](done <-chan struct{}, c <-chan T) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for {
			select {
			case <-done:
				return
			case v, ok := <-c:
				if !ok {
					return
				}
				select {
				case out <- v:
				case <-done:
				}
			}
		}
	}()
	return out
}

func or(chans ...<-chan time.Duration) <-chan time.Duration {
	switch len(chans) {
	case 0:
		return nil
	case 1:
		return chans[0]
	}
	out := make(chan time.Duration, 1)
	go func() {
		defer close(out)
		switch len(chans) {
		case 2:
			select {
			case v := <-chans[0]:
				out <- v
			case v := <-chans[1]:
				out <- v
			}
		default:
			select {
			case v := <-chans[0]:
				out <- v
			case v := <-chans[1]:
				out <- v
			case v := <-or(append(chans[2:], out)...):
				out <- v
			}
		}
	}()
	return out
}

func after(d time.Duration) <-chan time.Duration {
	c := make(chan time.Duration, 1)
	time.AfterFunc(d, func() { c <- d })
	return c
}

func tee[T any](done <-chan struct{}, in <-chan T) (_, _ <-chan T) {
	a, b := make(chan T), make(chan T)
	go func() {
		defer close(a)
		defer close(b)
		for v := range orDone(done, in) {
			a, b := a, b
			for range 2 {
				select {
				case <-done:
				case a <- v:
					a = nil
				case b <- v:
					b = nil
				}
			}
		}
	}()
	return a, b
}

func bridge[T any](done <-chan struct{}, chans <-chan <-chan T) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for {
			var stream <-chan T
			select {
			case c, ok := <-chans:
				if !ok {
					return
				}
				stream = c
			case <-done:
				return
			}
			for v := range orDone(done, stream) {
				select {
				case out <- v:
				case <-done:
				}
			}
		}
	}()
	return out
}

func fanIn[T any](cs ...<-chan T) <-chan T {
	var wg sync.WaitGroup
	out := make(chan T)
	for _, c := range cs {
		wg.Go(func() {
			for v := range c {
				out <- v
			}
		})
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

func gen(vs ...int) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for _, v := range vs {
			c <- v
		}
	}()
	return c
}

func main() {
	done := make(chan struct{})
	fmt.Println(<-or(after(50*time.Millisecond), after(5*time.Millisecond), after(time.Second), after(time.Minute)))
	a, b := tee(done, gen(1, 2, 3))
	for v := range a {
		fmt.Print(v, <-b, " ")
	}
	fmt.Println()
	cc := make(chan (<-chan int))
	go func() {
		defer close(cc)
		for i := range 4 {
			cc <- gen(i, i*i)
		}
	}()
	for v := range bridge(done, cc) {
		fmt.Print(v, " ")
	}
	fmt.Println()
	var all []int
	for v := range fanIn(gen(3, 1), gen(2), gen(9, 7, 8)) {
		all = append(all, v)
	}
	sort.Ints(all)
	fmt.Println(all)
	inf := make(chan int)
	go func() {
		for i := 0; ; i++ {
			select {
			case inf <- i:
			case <-done:
				close(inf)
				return
			}
		}
	}()
	for v := range orDone(done, inf) {
		if v == 5 {
			close(done)
			break
		}
	}
	_, ok := <-inf
	for ok {
		_, ok = <-inf
	}
	fmt.Println("drained")
}
