// Debouncing, batching, semaphores, and timers that are reset.
package main

import (
	"fmt"
	"sync"
	"time"
)

type Debouncer struct {
	mu    sync.Mutex
	timer *time.Timer
	wait  time.Duration
}

func (d *Debouncer) Call(f func()) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.timer != nil {
		d.timer.Stop()
	}
	d.timer = time.AfterFunc(d.wait, f)
}

type Batcher[T any] struct {
	in    chan T
	flush func([]T)
	done  chan struct{}
}

func NewBatcher[T any](size int, every time.Duration, flush func([]T)) *Batcher[T] {
	b := &Batcher[T]{make(chan T), flush, make(chan struct{})}
	go func() {
		defer close(b.done)
		var batch []T
		t := time.NewTimer(every)
		defer t.Stop()
		emit := func(why string) {
			if len(batch) > 0 {
				fmt.Print(why, ": ")
				flush(batch)
				batch = nil
			}
			t.Reset(every)
		}
		for {
			select {
			case v, ok := <-b.in:
				if !ok {
					emit("close")
					return
				}
				if batch = append(batch, v); len(batch) == size {
					emit("full")
				}
			case <-t.C:
				emit("timer")
			}
		}
	}()
	return b
}

func main() {
	start := time.Now()
	since := func() time.Duration { return time.Since(start).Round(5 * time.Millisecond) }
	d := &Debouncer{wait: 20 * time.Millisecond}
	done := make(chan time.Duration, 5)
	for range 4 {
		d.Call(func() { done <- since() })
		time.Sleep(10 * time.Millisecond)
	}
	fmt.Println("debounced at", <-done, len(done))

	b := NewBatcher(3, 25*time.Millisecond, func(xs []string) { fmt.Printf("%q\n", xs) })
	for i, w := range []string{"a", "b", "c", "d", "e", "f"} {
		b.in <- w
		if i == 3 {
			time.Sleep(40 * time.Millisecond)
		}
	}
	close(b.in)
	<-b.done

	sem := make(chan struct{}, 2)
	var wg sync.WaitGroup
	began := time.Now()
	for i := range 5 {
		wg.Go(func() {
			sem <- struct{}{}
			defer func() { <-sem }()
			time.Sleep(time.Duration(10+i%2) * time.Millisecond)
		})
	}
	wg.Wait()
	fmt.Println("two at a time:", time.Since(began) >= 30*time.Millisecond, time.Since(began) < 60*time.Millisecond)

	t := time.NewTimer(time.Hour)
	fmt.Println(t.Stop(), t.Stop(), t.Reset(5*time.Millisecond))
	<-t.C
	select {
	case <-t.C:
		fmt.Println("twice")
	case <-time.After(10 * time.Millisecond):
		fmt.Println("once")
	}
	tick := time.NewTicker(10 * time.Millisecond)
	time.Sleep(35 * time.Millisecond)
	<-tick.C
	select {
	case <-tick.C:
		fmt.Println("no queue of ticks expected")
	default:
		fmt.Println("dropped")
	}
	tick.Stop()
	deadline := time.Now().Add(15 * time.Millisecond)
	n := 0
loop:
	for {
		select {
		case <-time.After(time.Until(deadline)):
			break loop
		case <-time.Tick(4 * time.Millisecond):
			n++
		}
	}
	fmt.Println("ticks", n)
	defer func() { fmt.Println(recover()) }()
	time.NewTicker(0)
}
