package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"runtime/pprof"
	"runtime/trace"
	"strings"
	"syscall"
	"time"
)

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	select {
	case s := <-c:
		fmt.Println("got", s)
	case <-time.After(time.Millisecond):
		fmt.Println("no signal")
	}
	signal.Stop(c)
	signal.Ignore(syscall.SIGHUP)
	fmt.Println(signal.Ignored(syscall.SIGHUP), signal.Ignored(syscall.SIGUSR1))
	signal.Reset()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	fmt.Println(ctx.Err())
	stop()
	<-ctx.Done()
	fmt.Println(ctx.Err())
	fmt.Println(os.Interrupt, os.Kill, syscall.SIGTERM, syscall.SIGUSR1, syscall.Signal(77), os.Interrupt == syscall.SIGINT)
	fmt.Println(syscall.ENOENT, errors.Is(syscall.ENOENT, os.ErrNotExist), errors.Is(syscall.EACCES, os.ErrExist))

	if err := trace.Start(io.Discard); err != nil {
		fmt.Println(err)
	}
	tctx, task := trace.NewTask(context.Background(), "work")
	trace.WithRegion(tctx, "part", func() { fmt.Println("in a region") })
	defer trace.StartRegion(tctx, "rest").End()
	trace.Log(tctx, "a", "b")
	task.End()
	trace.Stop()

	pprof.Do(context.Background(), pprof.Labels("k", "v"), func(ctx context.Context) {
		v, ok := pprof.Label(ctx, "k")
		fmt.Println(v, ok)
	})
	fmt.Println(pprof.Lookup("goroutine").Name(), pprof.Lookup("none") == nil)
	fmt.Println(debug.SetGCPercent(50), debug.SetGCPercent(100))
	fmt.Println(strings.HasPrefix(string(debug.Stack()), "goroutine 1 [running]:"))
}
