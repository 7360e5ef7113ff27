// A correct program has no findings.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"
)

type queue[T any] struct {
	mu    sync.Mutex
	items []T
}

func (q *queue[T]) push(v T) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.items = append(q.items, v)
}

func work(ctx context.Context, id int, out chan<- string) error {
	select {
	case <-ctx.Done():
		return fmt.Errorf("worker %d: %w", id, ctx.Err())
	case out <- fmt.Sprintf("%02d|%-5s|%5.1f%%", id, "ok", 12.5):
		return nil
	}
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	var wg sync.WaitGroup
	out := make(chan string, 3)
	q := &queue[error]{}
	for i := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := work(ctx, i, out); err != nil {
				q.push(err)
			}
		}()
	}
	wg.Wait()
	close(out)
	for s := range out {
		fmt.Println(s)
	}
	if err := errors.Join(q.items...); err != nil {
		fmt.Fprintln(os.Stderr, "failed:", err)
		os.Exit(1)
	}
}
