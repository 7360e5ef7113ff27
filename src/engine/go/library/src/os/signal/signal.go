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

// numSignals counts the signals that there are, and 0.
const numSignals = 65

// A handler is a channel with the signals that it gets.
type handler struct {
	c     chan<- os.Signal
	wants [numSignals]bool
}

var (
	mu       sync.Mutex
	handlers []*handler
	ignored  [numSignals]bool
)

// numbers are those of the signals, or all if there are none; what is no signal has none.
func numbers(sig []os.Signal) []int {
	if len(sig) == 0 {
		all := make([]int, numSignals)
		for n := range all {
			all[n] = n
		}
		return all
	}
	var known []int
	for _, s := range sig {
		if n, ok := s.(syscall.Signal); ok && n >= 0 && n < numSignals {
			known = append(known, int(n))
		}
	}
	return known
}

// Notify makes the signals, or all, arrive on c; what does not fit into its buffer is lost.
func Notify(c chan<- os.Signal, sig ...os.Signal) {
	if c == nil {
		panic("os/signal: Notify using nil channel")
	}
	mu.Lock()
	defer mu.Unlock()
	wanted := numbers(sig)
	if len(wanted) == 0 {
		return
	}
	at := slices.IndexFunc(handlers, func(h *handler) bool { return h.c == c })
	if at < 0 {
		at = len(handlers)
		handlers = append(handlers, &handler{c: c})
	}
	for _, n := range wanted {
		handlers[at].wants[n] = true
		ignored[n] = false
	}
	listen()
}

// Stop ends what Notify began.
func Stop(c chan<- os.Signal) {
	mu.Lock()
	defer mu.Unlock()
	handlers = slices.DeleteFunc(handlers, func(h *handler) bool { return h.c == c })
}

// Reset undoes all Notify of the signals, or of all. What is ignored stays so.
func Reset(sig ...os.Signal) {
	mu.Lock()
	defer mu.Unlock()
	forget(numbers(sig))
}

// Ignore makes the signals, or all, do nothing.
func Ignore(sig ...os.Signal) {
	mu.Lock()
	defer mu.Unlock()
	unwanted := numbers(sig)
	forget(unwanted)
	for _, n := range unwanted {
		ignored[n] = true
	}
}

func Ignored(sig os.Signal) bool {
	mu.Lock()
	defer mu.Unlock()
	n, ok := sig.(syscall.Signal)
	return ok && n >= 0 && n < numSignals && ignored[n]
}

// forget takes signals from all channels, and channels that are left without any.
func forget(unwanted []int) {
	handlers = slices.DeleteFunc(handlers, func(h *handler) bool {
		for _, n := range unwanted {
			h.wants[n] = false
		}
		return h.wants == [numSignals]bool{}
	})
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
	mu.Lock()
	defer mu.Unlock()
	s := syscall.Signal(number)
	if number < 0 || number >= numSignals || s == syscall.SIGKILL || s == syscall.SIGSTOP {
		return false
	}
	found := ignored[number]
	for _, h := range handlers {
		if h.wants[number] {
			found = true
			select {
			case h.c <- s:
			default:
			}
		}
	}
	return found
}

// A notifyContext is done when a signal arrives on its channel.
type notifyContext struct {
	context.Context
	cancel  context.CancelCauseFunc
	signals []os.Signal
	arrived chan os.Signal
}

// NotifyContext returns a context that is done when one of the signals arrives.
func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc) {
	cancellable, cancel := context.WithCancelCause(parent)
	c := &notifyContext{cancellable, cancel, signals, make(chan os.Signal, 1)}
	Notify(c.arrived, signals...)
	if c.Err() == nil {
		go func() {
			select {
			case s := <-c.arrived:
				cancel(signalError(s.String() + " signal received"))
			case <-c.Done():
			}
		}()
	}
	return c, c.stop
}

func (c *notifyContext) stop() {
	c.cancel(nil)
	Stop(c.arrived)
}

// String names the parent, which the context inside names as what it was made from.
func (c *notifyContext) String() string {
	inner := c.Context.(interface{ String() string }).String()
	text := "signal.NotifyContext(" + inner[:len(inner)-len(".WithCancel")]
	for i, s := range c.signals {
		if i == 0 {
			text += ", ["
		} else {
			text += " "
		}
		text += s.String()
	}
	if len(c.signals) > 0 {
		text += "]"
	}
	return text + ")"
}

type signalError string

func (e signalError) Error() string        { return string(e) }
func (e signalError) Is(target error) bool { return target == context.Canceled }
