// Package synctest tests concurrent code in a bubble: goroutines with a clock of their own, which
// goes on when all of them wait for one another.
package synctest

import (
	"internal/synctest"
	"testing"
	"time"
)

// Test runs f in a new bubble. It returns when all goroutines of the bubble have ended.
func Test(t *testing.T, f func(*testing.T)) {
	var ok bool
	synctest.Run(func() { ok = synctest.RunTest(t, f) })
	if !ok {
		// Outside of the bubble, so that the test ends where its clock is.
		t.FailNow()
	}
}

// Wait returns when all other goroutines of the bubble wait for one another.
func Wait() { synctest.Wait() }

// Sleep sleeps, and then lets the other goroutines of the bubble settle.
func Sleep(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}
