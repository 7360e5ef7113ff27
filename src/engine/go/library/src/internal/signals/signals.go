// Package signals is what os, os/signal and syscall agree on about signals to the program itself.
package signals

// Deliver is set by os/signal: it reports whether somebody listens to a signal.
var Deliver func(signal int) bool

// end ends the program as a signal does that nobody listens to.
func end(signal int)

// These do nothing to a program that does not ask for them.
const (
	child     = 17
	continues = 18
	urgent    = 23
	window    = 28
)

// Send is what happens when a signal arrives.
func Send(signal int) {
	if Deliver != nil && Deliver(signal) {
		return
	}
	switch signal {
	case child, continues, urgent, window:
	default:
		end(signal)
	}
}
