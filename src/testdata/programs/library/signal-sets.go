package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func send(s syscall.Signal) {
	syscall.Kill(syscall.Getpid(), s)
	time.Sleep(20 * time.Millisecond)
}

func main() {
	c := make(chan os.Signal, 4)
	signal.Notify(c, syscall.SIGHUP)
	signal.Notify(c, syscall.SIGHUP, syscall.SIGINT)
	send(syscall.SIGHUP)
	fmt.Println("once however often asked for:", len(c), <-c)

	send(syscall.SIGUSR1)
	send(syscall.SIGUSR2)
	send(syscall.SIGPIPE)
	send(syscall.SIGALRM)
	send(syscall.SIGWINCH)
	fmt.Println("of no consequence:", len(c))

	signal.Ignore(syscall.SIGHUP)
	signal.Reset(syscall.SIGHUP)
	send(syscall.SIGHUP)
	fmt.Println("ignored after Reset:", signal.Ignored(syscall.SIGHUP), len(c))
	signal.Notify(c, syscall.SIGHUP)
	fmt.Println("ignored after Notify:", signal.Ignored(syscall.SIGHUP))

	all := make(chan os.Signal, 4)
	signal.Notify(all)
	signal.Reset(syscall.SIGURG)
	signal.Reset(syscall.SIGUSR1)
	send(syscall.SIGUSR1)
	send(syscall.SIGUSR2)
	fmt.Println("all but one:", <-all)

	signal.Ignore()
	send(syscall.SIGTERM)
	fmt.Println("all ignored:", signal.Ignored(syscall.SIGTERM), len(c))
	signal.Reset()

	parent, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	ctx, stop := signal.NotifyContext(context.WithValue(parent, 1, 2), syscall.SIGHUP, os.Interrupt)
	fmt.Println(fmt.Sprint(ctx)[:53])
	send(syscall.SIGINT)
	<-ctx.Done()
	cause := context.Cause(ctx)
	fmt.Println(ctx.Err(), "|", cause, "|", errors.Is(cause, context.Canceled))
	stop()

	signal.Notify(c, syscall.Signal(-3))
	never, stop := signal.NotifyContext(context.Background())
	fmt.Println(never)
	stop()
	<-never.Done()
	fmt.Println(context.Cause(never))
}
