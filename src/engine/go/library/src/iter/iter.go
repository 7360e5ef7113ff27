// Package iter: functions that pass on the values of a sequence.
package iter

// Seq passes each value to yield until that returns false.
type Seq[V any] func(yield func(V) bool)

// Seq2 passes each pair of values to yield until that returns false.
type Seq2[K, V any] func(yield func(K, V) bool)

// Pull turns a sequence that pushes into a function that is asked for the next value.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	next2, stop := Pull2(func(yield func(V, struct{}) bool) {
		for v := range seq {
			if !yield(v, struct{}{}) {
				return
			}
		}
	})
	next = func() (V, bool) {
		v, _, ok := next2()
		return v, ok
	}
	return next, stop
}

// pair is what the sequence's goroutine hands over: a value, its end, or a panic.
type pair[K, V any] struct {
	key   K
	value V
	ok    bool
	panic any
}

// Pull2 is Pull for sequences of pairs. The sequence runs in a goroutine of its own.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	var (
		asked   = make(chan bool)
		answers = make(chan pair[K, V])
		started bool
		done    bool
	)
	run := func() {
		defer func() {
			answers <- pair[K, V]{panic: recover()}
		}()
		if !<-asked {
			return
		}
		seq(func(k K, v V) bool {
			answers <- pair[K, V]{key: k, value: v, ok: true}
			return <-asked
		})
	}
	ask := func(more bool) pair[K, V] {
		if !started {
			started = true
			go run()
		}
		asked <- more
		answer := <-answers
		if !answer.ok {
			done = true
		}
		if answer.panic != nil {
			panic(answer.panic)
		}
		return answer
	}
	next = func() (K, V, bool) {
		if done {
			var none pair[K, V]
			return none.key, none.value, false
		}
		answer := ask(true)
		return answer.key, answer.value, answer.ok
	}
	stop = func() {
		if done {
			return
		}
		if !started {
			done = true
			return
		}
		ask(false)
	}
	return next, stop
}
