package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"time"
)

func discarded() {
	ctx, _ := context.WithCancel(context.Background())
	<-ctx.Done()
}

func onlyHere(b bool) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	if b {
		cancel()
		return nil
	}
	<-ctx.Done()
	return ctx.Err()
}

func deferred() {
	_, cancel := context.WithDeadline(context.Background(), time.Now())
	defer cancel()
}

func loop() {
	for i := range 3 {
		_, cancel := context.WithCancelCause(context.Background())
		if i == 1 {
			continue
		}
		cancel(nil)
	}
}

func fallsOff() {
	var ctx, cancel = context.WithCancel(context.Background())
	if ctx == nil {
		cancel()
	}
}

func exits(n int) {
	_, cancel := context.WithCancel(context.Background())
	switch n {
	case 1:
		os.Exit(1)
	case 2:
		log.Fatal("x")
	case 3:
		panic("p")
	case 4:
		fail()
	default:
		cancel()
	}
}

func fail() {
	fmt.Println("fail")
	os.Exit(3)
}

func named() (cancel func()) {
	_, cancel = context.WithCancel(context.Background())
	return
}

func selects(c chan int) {
	_, cancel := context.WithCancel(context.Background())
	select {
	case <-c:
		cancel()
	case c <- 1:
		return
	}
}

func labels() {
	_, cancel := context.WithCancel(context.Background())
outer:
	for {
		for {
			break outer
		}
	}
	goto end
end:
	cancel()
}

func literal() func() {
	return func() {
		_, cancel := context.WithCancel(context.Background())
		_ = 1
		var x any = 1
		switch x.(type) {
		case int:
			cancel()
		case string, bool:
		}
	}
}

func main() {
	_, cancel := context.WithCancel(context.Background())
	if len(os.Args) > 5 {
		cancel()
	}
}
