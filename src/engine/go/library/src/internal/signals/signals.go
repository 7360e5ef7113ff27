// Package signals is what os, os/signal and syscall agree on about signals to the program itself.
package signals

// Deliver is set by os/signal: it reports whether somebody listens to a signal.
var Deliver func(signal int) bool

// end ends the program as a signal does that nobody listens to.
func end(signal int)

// ending are the signals that end a program which does not ask for them: hang-up, interrupt, kill and
// termination, those that the runtime dies of, and those that stop it, after which nothing goes on.
// The others do nothing to it.
const ending = 1<<1 | 1<<2 | 1<<9 | 1<<15 |
	1<<3 | 1<<4 | 1<<5 | 1<<6 | 1<<7 | 1<<8 | 1<<11 | 1<<16 | 1<<31 |
	1<<19 | 1<<20 | 1<<21 | 1<<22

// Send is what happens when a signal arrives.
func Send(signal int) {
	if Deliver != nil && Deliver(signal) {
		return
	}
	if signal < 32 && ending>>signal&1 != 0 {
		end(signal)
	}
}
