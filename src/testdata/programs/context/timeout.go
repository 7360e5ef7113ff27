// Deadlines: the first of a chain of contexts wins.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func work(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return fmt.Errorf("work: %w", ctx.Err())
	}
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	fmt.Println(work(ctx, time.Millisecond))
	err := work(ctx, time.Minute)
	fmt.Println(err, errors.Is(err, context.DeadlineExceeded))
	deadline, ok := ctx.Deadline()
	fmt.Println(ok, !deadline.IsZero(), ctx.Err())
	long, cancelLong := context.WithTimeout(ctx, time.Hour)
	defer cancelLong()
	fmt.Println(long.Err())
	past, cancelPast := context.WithDeadline(context.Background(), time.Now().Add(-time.Second))
	defer cancelPast()
	fmt.Println(past.Err())
	var timeout interface{ Timeout() bool }
	fmt.Println(errors.As(past.Err(), &timeout) && timeout.Timeout())
	cause, cancelCause := context.WithTimeoutCause(context.Background(), time.Millisecond, errors.New("too slow"))
	defer cancelCause()
	<-cause.Done()
	fmt.Println(cause.Err(), context.Cause(cause))
	_, ok = context.Background().Deadline()
	fmt.Println(ok)
}
