// Package synctest is what testing and testing/synctest have in common: bubbles of goroutines.
package synctest

// RunTest runs a test in the bubble on behalf of a test outside; package testing provides it.
var RunTest func(outside, f any) bool

// Run calls f in a goroutine of a new bubble, and returns when all goroutines of the bubble have
// ended. It panics if those that are left wait for ever.
func Run(f func()) {
	enter()
	go f()
	if reason := exit(); reason != "" {
		panic(deadlockError(reason))
	}
}

type deadlockError string

func (e deadlockError) Error() string { return string(e) }

// enter puts the caller into a new bubble, in which it only watches.
func enter()

// exit waits until the bubble is over and leaves it; what is wrong if goroutines remain, or "".
func exit() (reason string)

// Wait returns when all other goroutines of the bubble wait for one another.
func Wait()

// IsInBubble reports whether the caller is in a bubble.
func IsInBubble() bool
