// Package iter: functions that pass on the values of a sequence.
package iter

import "runtime"

// Seq passes each value to yield until that returns false.
type Seq[V any] func(yield func(V) bool)

// Seq2 passes each pair of values to yield until that returns false.
type Seq2[K, V any] func(yield func(K, V) bool)

// Pull turns a sequence that pushes into a function that is asked for the next value.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	p := &pull[V, struct{}]{name: "iter.Pull"}
	go p.run(func() {
		seq(func(v V) bool { return p.yield(v, struct{}{}) })
	})
	next = func() (V, bool) {
		v, _, ok := p.next()
		return v, ok
	}
	return next, p.stop
}

// Pull2 is Pull for sequences of pairs.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	p := &pull[K, V]{name: "iter.Pull2"}
	go p.run(func() { seq(p.yield) })
	return p.next, p.stop
}

// A pull is a sequence in a goroutine of its own, which runs only while somebody waits for it in
// next or stop.
type pull[K, V any] struct {
	name  string
	turns coroutine
	key   K
	value V
	ok    bool
	// done: nothing more is to come, or wanted.
	done bool
	// isAsked: next waits for a value.
	isAsked bool
	// returned: the sequence has neither panicked nor left by Goexit.
	returned bool
	exited   bool
	panicked any
}

// A coroutine says which of two goroutines has its turn: the sequence's or the one that pulls. waiter
// is the id of the other one, once it waits.
type coroutine struct {
	isSequence bool
	waiter     int
}

// hand gives the turn to the other side; await waits for it.
func (c *coroutine) hand(toSequence bool)
func (c *coroutine) await(isSequence bool)

// run is what the goroutine does.
func (p *pull[K, V]) run(seq func()) {
	p.turns.await(true)
	defer p.turns.hand(false)
	if p.done {
		return
	}
	defer p.end()
	seq()
	var none pull[K, V]
	p.key, p.value, p.ok = none.key, none.value, false
	p.returned = true
}

func (p *pull[K, V]) end() {
	if x := recover(); x != nil {
		p.panicked = x
	} else if !p.returned {
		p.exited = true
	}
	p.done = true
}

func (p *pull[K, V]) yield(k K, v V) bool {
	if p.done {
		return false
	}
	if !p.isAsked {
		panic(p.name + ": yield called again before next")
	}
	p.isAsked = false
	p.key, p.value, p.ok = k, v, true
	p.turns.hand(false)
	p.turns.await(true)
	return !p.done
}

// proceed lets the sequence run until it yields or ends. It ends its caller as the sequence did.
func (p *pull[K, V]) proceed() {
	p.turns.hand(true)
	p.turns.await(false)
	if p.panicked != nil {
		panic(p.panicked)
	}
	if p.exited {
		runtime.Goexit()
	}
}

func (p *pull[K, V]) next() (k K, v V, ok bool) {
	if p.done {
		return k, v, false
	}
	if p.isAsked {
		panic(p.name + ": next called again before yield")
	}
	p.isAsked = true
	p.proceed()
	return p.key, p.value, p.ok
}

func (p *pull[K, V]) stop() {
	if !p.done {
		p.done = true
		p.proceed()
	}
}
