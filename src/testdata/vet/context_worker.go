package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type server struct {
	sync.RWMutex
	hits map[string]int
	once sync.Once
}

func (s server) hit(name string) {
	s.Lock()
	defer s.Unlock()
	s.hits[name]++
}

func start(parent context.Context) (context.Context, error) {
	ctx, stop := context.WithTimeoutCause(parent, time.Second, errors.New("late"))
	if parent.Err() != nil {
		return nil, parent.Err()
	}
	if ctx.Err() == nil {
		defer stop()
	}
	return ctx, nil
}

func watch(ctx context.Context) {
	for {
		var inner, cancel = context.WithCancel(ctx)
		select {
		case <-inner.Done():
			return
		default:
			cancel()
		}
	}
}

func main() {
	s := server{hits: map[string]int{}}
	s.hit("x")
	t := s
	ctx, err := start(context.Background())
	fmt.Printf("%v %d\n", err, ctx)
	fmt.Println(t.hits, "\n")
	watch(ctx)
}
