// A future computes in the background and can be asked many times.
package main

import (
	"fmt"
	"time"
)

type future struct {
	done  chan struct{}
	value int
	err   error
}

func start(f func() (int, error)) *future {
	fu := &future{done: make(chan struct{})}
	go func() {
		defer close(fu.done)
		fu.value, fu.err = f()
	}()
	return fu
}

func (f *future) get() (int, error) {
	<-f.done
	return f.value, f.err
}

func (f *future) within(d time.Duration) (int, bool) {
	select {
	case <-f.done:
		return f.value, true
	case <-time.After(d):
		return 0, false
	}
}

func main() {
	slow := start(func() (int, error) {
		time.Sleep(60 * time.Millisecond)
		return 42, nil
	})
	bad := start(func() (int, error) { return 0, fmt.Errorf("no luck") })
	fmt.Println(bad.get())
	fmt.Println(slow.within(10 * time.Millisecond))
	fmt.Println(slow.get())
	fmt.Println(slow.within(time.Second))
}
