// Values travel down a chain of contexts, found by key and type of key.
package main

import (
	"context"
	"fmt"
)

type key int
type other int

const userKey key = 0

type traceID string

func handle(ctx context.Context) string {
	user, ok := ctx.Value(userKey).(string)
	if !ok {
		return "nobody"
	}
	return user
}

func main() {
	ctx := context.Background()
	fmt.Println(handle(ctx), ctx.Value(userKey))
	ann := context.WithValue(ctx, userKey, "ann")
	bob := context.WithValue(ann, userKey, "bob")
	more := context.WithValue(bob, traceID("id"), 42)
	fmt.Println(handle(ann), handle(bob), handle(more), more.Value(traceID("id")), more.Value(other(0)))
	withCancel, cancel := context.WithCancel(more)
	detached := context.WithoutCancel(withCancel)
	cancel()
	fmt.Println(handle(withCancel), withCancel.Err(), handle(detached), detached.Err())
	defer func() { fmt.Println(recover()) }()
	_ = context.WithValue(ctx, nil, 1)
}
