package sync

// Once runs a function the first time only. state: 0 not yet, 1 running, 2 done.
type Once struct {
	state int32
}

func (o *Once) begin() bool
func (o *Once) done()

func (o *Once) Do(f func()) {
	if o.begin() {
		defer o.done()
		f()
	}
}

// OnceFunc returns a function that runs f once; if f panics, every call panics likewise.
func OnceFunc(f func()) func() {
	var once Once
	var valid bool
	var p any
	run := func() {
		defer func() {
			p = recover()
			if !valid {
				panic(p)
			}
		}()
		f()
		f = nil
		valid = true
	}
	return func() {
		once.Do(run)
		if !valid {
			panic(p)
		}
	}
}

func OnceValue[T any](f func() T) func() T {
	var result T
	run := OnceFunc(func() {
		result = f()
		f = nil
	})
	return func() T {
		run()
		return result
	}
}

func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	var first T1
	var second T2
	run := OnceFunc(func() {
		first, second = f()
		f = nil
	})
	return func() (T1, T2) {
		run()
		return first, second
	}
}
