package testing

import (
	"context"
	"fmt"
	"os"
	"reflect"
	"runtime"
	"time"
)

// An F is a fuzz target. Only its seeds are run: those of Add, and those of testdata/fuzz.
type F struct {
	common
	crew   *crew
	seeds  []seed
	called bool
}

// InternalFuzzTarget is a fuzz target of a package.
type InternalFuzzTarget struct {
	Name string
	Fn   func(f *F)
}

var fuzzable = []reflect.Type{
	reflect.TypeFor[[]byte](), reflect.TypeFor[string](), reflect.TypeFor[bool](),
	reflect.TypeFor[int](), reflect.TypeFor[int8](), reflect.TypeFor[int16](),
	reflect.TypeFor[int32](), reflect.TypeFor[int64](),
	reflect.TypeFor[uint](), reflect.TypeFor[uint8](), reflect.TypeFor[uint16](),
	reflect.TypeFor[uint32](), reflect.TypeFor[uint64](),
	reflect.TypeFor[float32](), reflect.TypeFor[float64](),
}

func isFuzzable(t reflect.Type) bool {
	for _, each := range fuzzable {
		if each == t {
			return true
		}
	}
	return false
}

// Add adds arguments with which the function given to Fuzz is called.
func (f *F) Add(args ...any) {
	var values []any
	for _, arg := range args {
		if t := reflect.TypeOf(arg); !isFuzzable(t) {
			panic(fmt.Sprintf("testing: unsupported type to Add %v", t))
		}
		values = append(values, arg)
	}
	f.seeds = append(f.seeds, seed{fmt.Sprintf("seed#%d", len(f.seeds)), values})
}

// Helper marks the calling function: lines are reported where it was called.
func (f *F) Helper() {
	f.notInFuzzTarget("Helper")
	f.markHelper()
}

// Fail marks the fuzz target as failed.
func (f *F) Fail() {
	f.notInFuzzTarget("Fail")
	f.common.Fail()
}

// Skipped reports whether the fuzz target was skipped.
func (f *F) Skipped() bool {
	f.notInFuzzTarget("Skipped")
	return f.common.Skipped()
}

// Fuzz calls the function with each seed, as a subtest.
func (f *F) Fuzz(function any) {
	if f.called {
		panic("testing: F.Fuzz called more than once")
	}
	f.called = true
	if f.failed {
		return
	}
	f.Helper()
	fn := reflect.ValueOf(function)
	types := f.argumentTypes(fn.Type())
	for _, seed := range f.seeds {
		if err := checkSeed(seed.values, types); err != nil {
			f.Fatal(err)
		}
	}
	found, err := readCorpus("testdata/fuzz/"+f.name, types)
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range append(f.seeds, found...) {
		name := f.name + "/" + seed.name
		if _, ok, _ := f.crew.match.fullName(nil, name); ok && !stopsEarly() {
			f.runSeed(name, fn, seed.values)
		}
	}
}

func (f *F) argumentTypes(t reflect.Type) []reflect.Type {
	if t.Kind() != reflect.Func {
		panic("testing: F.Fuzz must receive a function")
	}
	if t.NumIn() < 2 || t.In(0) != reflect.TypeFor[*T]() {
		panic("testing: fuzz target must receive at least two arguments, where the first argument is a *T")
	}
	if t.NumOut() != 0 {
		panic("testing: fuzz target must not return a value")
	}
	var types []reflect.Type
	for i := 1; i < t.NumIn(); i++ {
		if !isFuzzable(t.In(i)) {
			panic(fmt.Sprintf("testing: unsupported type for fuzzing %v", t.In(i)))
		}
		types = append(types, t.In(i))
	}
	return types
}

func (f *F) runSeed(name string, fn reflect.Value, values []any) {
	t := newTest(name, &f.common, f.crew, stackFrom(2))
	t.cancel()
	t.ctx, t.cancel = context.WithCancel(f.ctx)
	t.announce()
	f.inFuzzTarget = true
	go tRunner(t, func(t *T) {
		args := []reflect.Value{reflect.ValueOf(t)}
		for _, value := range values {
			args = append(args, reflect.ValueOf(value))
		}
		fn.Call(args)
	})
	<-t.signal
	f.inFuzzTarget = false
}

func (f *F) reportOutcome() {
	word := "PASS"
	switch {
	case f.failed:
		word = "FAIL"
	case f.printer == nil:
		return
	case f.skipped:
		word = "SKIP"
	}
	f.passOn(fmt.Sprintf("--- %s: %s (%s)\n", word, f.name, secondsText(f.duration)))
}

func fRunner(f *F, function func(*F)) {
	defer f.conclude()
	defer func() {
		if len(f.waiting) == 0 {
			f.runCleanups()
		}
	}()
	f.start = time.Now()
	function(f)
	f.finished = true
}

// conclude is deferred by fRunner.
func (f *F) conclude() {
	f.noticeRaces()
	if f.failed {
		failures++
	}
	err := recover()
	if err == nil && !f.failed && !f.skipped {
		if !f.finished {
			err = errStopped
		} else if !f.called {
			f.Error("returned without calling F.Fuzz, F.Fail, or F.Skip")
		}
	}
	if err != nil {
		f.Fail()
		if r := f.cleanupPanic(); r != nil {
			f.Logf("cleanup panicked with %v", r)
		}
		f.duration += time.Since(f.start)
		f.passOn(fmt.Sprintf("--- FAIL: %s (%s)\n", f.name, secondsText(f.duration)))
		panic(err)
	}
	f.duration += time.Since(f.start)
	if len(f.waiting) > 0 {
		f.crew.leave()
		close(f.barrier)
		for _, sub := range f.waiting {
			<-sub.signal
		}
		begin := time.Now()
		err := f.cleanupPanic()
		f.duration += time.Since(begin)
		if err != nil {
			panic(err)
		}
	}
	f.endPartialLine()
	f.reportOutcome()
	f.done = true
	f.setRan()
	f.signal <- true
}

func runFuzzTargets(match matchFunc, targets []InternalFuzzTarget, deadline time.Time) (ran, ok bool) {
	ok = true
	if len(targets) == 0 {
		return false, true
	}
	m := newMatcher(match, options.run, "-test.run", options.skip)
	for _, count := range processorCounts() {
		runtime.GOMAXPROCS(count)
		for i := uint(0); i < options.count && (i == 0 || ran); i++ {
			root := common{report: os.Stdout}
			if options.verbose.on {
				root.printer = &printer{}
			}
			c := newCrew(m, deadline)
			for _, target := range targets {
				if stopsEarly() {
					break
				}
				name, matched, _ := m.fullName(nil, target.Name)
				if !matched {
					continue
				}
				t := newTest(name, &root, c, nil)
				f := &F{common: t.common, crew: c}
				f.report = indenter{&f.common}
				f.log.owner = &f.common
				t.announce()
				go fRunner(f, target.Fn)
				<-f.signal
				running.Delete(name)
				ok = ok && !f.failed
				ran = ran || f.ran
			}
		}
	}
	return ran, ok
}
