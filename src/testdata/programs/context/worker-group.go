// The first error cancels the other workers.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type group struct {
	wg     sync.WaitGroup
	once   sync.Once
	err    error
	cancel context.CancelCauseFunc
}

func (g *group) run(f func() error) {
	g.wg.Go(func() {
		if err := f(); err != nil {
			g.once.Do(func() {
				g.err = err
				g.cancel(err)
			})
		}
	})
}

func main() {
	ctx, cancel := context.WithCancelCause(context.Background())
	g := &group{cancel: cancel}
	stopped := make([]error, 4)
	for i := range 4 {
		g.run(func() error {
			if i == 2 {
				time.Sleep(10 * time.Millisecond)
				return errors.New("worker 2 failed")
			}
			select {
			case <-time.After(time.Minute):
				return nil
			case <-ctx.Done():
				stopped[i] = context.Cause(ctx)
				return ctx.Err()
			}
		})
	}
	g.wg.Wait()
	fmt.Println(g.err, stopped)
}
