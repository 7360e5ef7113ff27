package testing

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"internal/synctest"
)

// A T is a test.
type T struct {
	common
	cannotBeParallel bool
	crew             *crew
}

// InternalTest is a test of a package; only for the program that runs tests.
type InternalTest struct {
	Name string
	F    func(*T)
}

// A crew is what the tests of one round share.
type crew struct {
	match    *matcher
	deadline time.Time
	// isBusy counts parallel tests that run; others wait for a turn.
	busy, most, waiting int
	turn                chan bool
}

func newCrew(m *matcher, deadline time.Time) *crew {
	// The test that runs the others counts.
	return &crew{match: m, deadline: deadline, busy: 1, most: options.parallel, turn: make(chan bool)}
}

func (c *crew) enter() {
	if c.busy < c.most {
		c.busy++
		return
	}
	c.waiting++
	<-c.turn
}

func (c *crew) leave() {
	if c.waiting == 0 {
		c.busy--
		return
	}
	c.waiting--
	c.turn <- true
}

// running says since when tests run that are not paused.
var running sync.Map

func runningTests() string {
	var lines []string
	running.Range(func(name, since any) bool {
		lines = append(lines, fmt.Sprintf("\n\t%s (%v)", name, time.Since(since.(time.Time)).Round(time.Second)))
		return true
	})
	if lines == nil {
		return ""
	}
	slices.Sort(lines)
	return "\nrunning tests:" + strings.Join(lines, "")
}

// failures counts tests that have failed.
var failures int

func stopsEarly() bool { return options.failFast && failures > 0 }

// newTest is a test within another, in the goroutine that asks for it.
func newTest(name string, parent *common, c *crew, callers []uintptr) *T {
	t := &T{crew: c}
	ctx, cancel := context.WithCancel(context.Background())
	t.common = common{
		name:    name,
		parent:  parent,
		level:   parent.level + 1,
		printer: parent.printer,
		creator: callers,
		signal:  make(chan bool, 1),
		barrier: make(chan bool),
		ctx:     ctx,
		cancel:  cancel,
	}
	t.report = indenter{&t.common}
	t.log.owner = &t.common
	return t
}

// Run runs f as a subtest; it returns when f is over or has become parallel.
func (t *T) Run(name string, f func(t *T)) bool {
	if t.inBubble {
		panic("testing: t.Run called inside synctest bubble")
	}
	if t.inCleanup {
		panic("testing: t.Run called during t.Cleanup")
	}
	t.hasSub = true
	full, ok, _ := t.crew.match.fullName(&t.common, name)
	if !ok || stopsEarly() {
		return true
	}
	sub := newTest(full, &t.common, t.crew, stackFrom(2))
	sub.announce()
	go tRunner(sub, f)
	if !<-sub.signal {
		// The subtest has called FailNow of this test, which is over.
		runtime.Goexit()
	}
	return !sub.failed
}

func (t *T) announce() {
	if t.printer != nil {
		t.printer.status(t.name, "=== RUN   "+t.name+"\n")
	}
	running.Store(t.name, time.Now())
}

// Parallel pauses the test until its parent is over, to run beside the others that are parallel.
func (t *T) Parallel() {
	if t.isParallel {
		panic("testing: t.Parallel called multiple times")
	}
	if t.inBubble {
		panic("testing: t.Parallel called inside synctest bubble")
	}
	if t.cannotBeParallel {
		panic(notBoth)
	}
	if t.parent.barrier == nil {
		return
	}
	t.isParallel = true
	t.duration += time.Since(t.start)
	t.parent.waiting = append(t.parent.waiting, t)
	t.noticeRaces()
	if t.printer != nil {
		t.printer.status(t.name, "=== PAUSE "+t.name+"\n")
	}
	running.Delete(t.name)
	t.signal <- true
	<-t.parent.barrier
	t.crew.enter()
	parallelTests++
	if t.printer != nil {
		t.printer.status(t.name, "=== CONT  "+t.name+"\n")
	}
	running.Store(t.name, time.Now())
	t.start = time.Now()
}

// parallelTests run at the moment.
var parallelTests int

const notBoth = "testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel"

func (t *T) demandSequence() {
	for c := &t.common; c != nil; c = c.parent {
		if c.isParallel {
			panic(notBoth)
		}
	}
	t.cannotBeParallel = true
}

// Setenv sets an environment variable until the end of the test, which must not be parallel.
func (t *T) Setenv(key, value string) {
	t.demandSequence()
	t.common.Setenv(key, value)
}

// Chdir goes to another directory until the end of the test, which must not be parallel.
func (t *T) Chdir(dir string) {
	t.demandSequence()
	t.common.Chdir(dir)
}

// Deadline is when the tests time out.
func (t *T) Deadline() (deadline time.Time, ok bool) {
	if t.inBubble {
		panic("testing: t.Deadline called inside synctest bubble")
	}
	return t.crew.deadline, !t.crew.deadline.IsZero()
}

var errStopped = errors.New("test executed panic(nil) or runtime.Goexit")

// tRunner runs a test in a goroutine of its own. Its name is what the search for the line of a log
// message looks for.
func tRunner(t *T, f func(t *T)) {
	defer t.conclude()
	defer func() {
		if len(t.waiting) == 0 {
			t.runCleanups()
		}
	}()
	t.start = time.Now()
	f(t)
	t.finished = true
}

// conclude is deferred by tRunner: after the test function has returned, panicked or called Goexit.
func (t *T) conclude() {
	t.noticeRaces()
	err := recover()
	goesOn := true
	if !t.finished && err == nil {
		err = errStopped
		for p := t.parent; p != nil; p = p.parent {
			if p.finished {
				if !t.isParallel {
					t.Errorf("%v: subtest may have called FailNow on a parent test", err)
					err = nil
				}
				goesOn = false
				break
			}
		}
	}
	isOver := false
	defer func() {
		if isOver {
			return
		}
		if err != nil {
			panic(err)
		}
		running.Delete(t.name)
		if t.isParallel {
			parallelTests--
		}
		t.signal <- goesOn
	}()
	if err != nil {
		isOver = true
		t.panicWith(err)
	}
	t.duration += time.Since(t.start)
	if len(t.waiting) > 0 {
		if err := t.runParallel(); err != nil {
			isOver = true
			t.panicWith(err)
		}
	} else if t.isParallel {
		t.crew.leave()
	}
	for c := &t.common; c.parent != nil; c = c.parent {
		c.endPartialLine()
	}
	if t.Failed() {
		failures++
	}
	t.reportOutcome()
	t.done = true
	if t.parent != nil && !t.hasSub {
		t.setRan()
	}
}

// runParallel lets the paused subtests run; what the cleanups panic with.
func (t *T) runParallel() any {
	t.crew.leave()
	running.Delete(t.name)
	close(t.barrier)
	for _, sub := range t.waiting {
		<-sub.signal
	}
	begin := time.Now()
	running.Store(t.name, begin)
	err := t.cleanupPanic()
	t.duration += time.Since(begin)
	if err != nil {
		return err
	}
	t.noticeRaces()
	if !t.isParallel {
		t.crew.enter()
	}
	return nil
}

// panicWith reports the test and those it is part of as failed before the panic goes on.
func (t *T) panicWith(err any) {
	t.Fail()
	if r := t.cleanupPanic(); r != nil {
		t.Logf("cleanup panicked with %v", r)
	}
	for c := &t.common; !c.inBubble && c.parent != nil; c = c.parent {
		c.duration += time.Since(c.start)
		c.endPartialLine()
		c.passOn(fmt.Sprintf("--- FAIL: %s (%s)\n", c.name, secondsText(c.duration)))
		if r := c.parent.cleanupPanic(); r != nil {
			fmt.Fprintf(c.parent.report, "cleanup panicked with %v", r)
		}
	}
	panic(err)
}

func (t *T) reportOutcome() {
	if t.parent == nil || t.inBubble {
		return
	}
	word := "PASS"
	switch {
	case t.Failed():
		word = "FAIL"
	case t.printer == nil:
		return
	case t.skipped:
		word = "SKIP"
	}
	t.passOn(fmt.Sprintf("--- %s: %s (%s)\n", word, t.name, secondsText(t.duration)))
}

func init() { synctest.RunTest = runInBubble }

// runInBubble runs f as a test of its own that reports through the test outside; whether it passed.
func runInBubble(outside, f any) bool {
	t := outside.(*T)
	if t.inCleanup {
		panic("testing: synctest.Run called during t.Cleanup")
	}
	inside := newTest(t.name, &t.common, t.crew, stackFrom(2))
	inside.inBubble = true
	go tRunner(inside, f.(func(*T)))
	if !<-inside.signal {
		runtime.Goexit()
	}
	return !inside.failed
}

// RunTests is for programs that run tests without M.
func RunTests(match func(pattern, text string) (bool, error), tests []InternalTest) (ok bool) {
	var deadline time.Time
	if options.timeout > 0 {
		deadline = time.Now().Add(options.timeout)
	}
	ran, ok := runTests(match, tests, deadline)
	if !ran {
		warnNothingRan()
	}
	return ok
}

func runTests(match matchFunc, tests []InternalTest, deadline time.Time) (ran, ok bool) {
	ok = true
	for _, count := range processorCounts() {
		runtime.GOMAXPROCS(count)
		for i := uint(0); i < options.count && !stopsEarly() && (i == 0 || ran); i++ {
			root := newTest("", &common{level: -1}, newCrew(newMatcher(match, options.run, "-test.run", options.skip), deadline), nil)
			root.parent = nil
			root.report = standardOutput()
			if options.verbose.on {
				root.printer = &printer{}
			}
			tRunner(root, func(t *T) {
				for _, test := range tests {
					t.Run(test.Name, test.F)
				}
			})
			<-root.signal
			ok = ok && !root.Failed()
			ran = ran || root.ran
		}
	}
	return ran, ok
}

var _ io.Writer = indenter{}
