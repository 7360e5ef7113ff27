// Cancelling a context stops its goroutine and its children; the cause is kept.
package main

import (
	"context"
	"errors"
	"fmt"
)

func generate(ctx context.Context) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for n := 1; ; n++ {
			select {
			case out <- n:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	numbers := generate(ctx)
	for n := range numbers {
		fmt.Print(n, " ")
		if n == 5 {
			break
		}
	}
	fmt.Println(ctx.Err())
	child, cancelChild := context.WithCancel(ctx)
	defer cancelChild()
	cancel()
	cancel()
	<-child.Done()
	fmt.Println(ctx.Err(), child.Err(), errors.Is(ctx.Err(), context.Canceled))
	parent, stop := context.WithCancelCause(context.Background())
	under, cancelUnder := context.WithCancel(parent)
	defer cancelUnder()
	stop(errors.New("disk is full"))
	fmt.Println(parent.Err(), context.Cause(parent), context.Cause(under))
	fmt.Println(context.Background(), context.TODO(), ctx)
	late, cancelLate := context.WithCancel(parent)
	defer cancelLate()
	fmt.Println(late.Err(), context.Cause(late), context.Cause(context.Background()))
}
