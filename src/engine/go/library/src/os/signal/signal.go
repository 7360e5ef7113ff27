// Package signal: channels that receive the signals sent to the program. Who runs it says which are
// sent, and when.
package signal

import (
	"context"
	"internal/signals"
	"os"
	"slices"
	"sync"
	"syscall"
	"time"
)

type handler struct {
	c       chan<- os.Signal
	signals []os.Signal // none: all
}

var (
	mu       sync.Mutex
	handlers []handler
	ignored  []os.Signal
)

// Notify makes the signals, or all, arrive on c; what does not fit into its buffer is lost.
func Notify(c chan<- os.Signal, sig ...os.Signal) {
	if c == nil {
		panic("os/signal: Notify using nil channel")
	}
	mu.Lock()
	defer mu.Unlock()
	ignored = slices.DeleteFunc(ignored, func(s os.Signal) bool { return len(sig) == 0 || slices.Contains(sig, s) })
	handlers = append(handlers, handler{c, slices.Clone(sig)})
	listen()
}

// Stop ends what Notify began.
func Stop(c chan<- os.Signal) {
	mu.Lock()
	defer mu.Unlock()
	handlers = slices.DeleteFunc(handlers, func(h handler) bool { return h.c == c })
}

// Reset undoes all Notify and Ignore of the signals, or of all.
func Reset(sig ...os.Signal) {
	mu.Lock()
	defer mu.Unlock()
	ignored = without(ignored, sig)
	forget(sig)
}

// Ignore makes the signals do nothing.
func Ignore(sig ...os.Signal) {
	mu.Lock()
	defer mu.Unlock()
	ignored = append(without(ignored, sig), sig...)
	forget(sig)
}

func Ignored(sig os.Signal) bool {
	mu.Lock()
	defer mu.Unlock()
	return slices.Contains(ignored, sig)
}

func without(signals, removed []os.Signal) []os.Signal {
	return slices.DeleteFunc(signals, func(s os.Signal) bool {
		return len(removed) == 0 || slices.Contains(removed, s)
	})
}

func forget(sig []os.Signal) {
	if len(sig) == 0 {
		handlers = nil
		return
	}
	var kept []handler
	for _, h := range handlers {
		if len(h.signals) == 0 {
			kept = append(kept, h)
			continue
		}
		h.signals = without(h.signals, sig)
		if len(h.signals) > 0 {
			kept = append(kept, h)
		}
	}
	handlers = kept
}

// planned is the i-th signal that is sent to the program, and when: nanoseconds since it began. There
// are no more when it is 0.
func planned(i int) (signal int, at int64)

// listen says that a signal may always come: who listens is never deadlocked.
func listen()

func init() {
	signals.Deliver = deliver
	for i := 0; ; i++ {
		number, at := planned(i)
		if number == 0 {
			return
		}
		time.AfterFunc(time.Duration(at), func() {
			signals.Send(number)
		})
	}
}

// deliver sends a signal to all channels that want it, and reports whether there was one.
func deliver(number int) bool {
	s := syscall.Signal(number)
	mu.Lock()
	defer mu.Unlock()
	found := slices.Contains(ignored, os.Signal(s))
	for _, h := range handlers {
		if len(h.signals) == 0 || slices.Contains(h.signals, os.Signal(s)) {
			found = true
			select {
			case h.c <- s:
			default:
			}
		}
	}
	return found
}

type signalError string

func (e signalError) Error() string { return string(e) }

// NotifyContext returns a context that is done when one of the signals arrives.
func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc) {
	ctx, cancel := context.WithCancelCause(parent)
	c := make(chan os.Signal, 1)
	Notify(c, signals...)
	if ctx.Err() == nil {
		go func() {
			select {
			case s := <-c:
				cancel(signalError(s.String() + " signal received"))
			case <-ctx.Done():
			}
		}()
	}
	return ctx, func() {
		cancel(nil)
		Stop(c)
	}
}
