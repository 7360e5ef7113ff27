// Package testing runs tests, benchmarks, examples and the seeds of fuzz targets, as `go test` does.
// Times are virtual. Numbers of allocations are those of runtime.ReadMemStats: what is alive.
package testing

import (
	"context"
	"flag"
	"fmt"
	"io"
	"runtime"
	"strings"
	"time"
	"unicode"
)

// TB is what tests, benchmarks and fuzz targets have in common.
type TB interface {
	ArtifactDir() string
	Attr(key, value string)
	Cleanup(func())
	Error(args ...any)
	Errorf(format string, args ...any)
	Fail()
	FailNow()
	Failed() bool
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Helper()
	Log(args ...any)
	Logf(format string, args ...any)
	Name() string
	Setenv(key, value string)
	Chdir(dir string)
	Skip(args ...any)
	SkipNow()
	Skipf(format string, args ...any)
	Skipped() bool
	TempDir() string
	Context() context.Context
	Output() io.Writer

	private()
}

// common is the part of T, B and F that they share. Each change of it is one statement, so that
// goroutines of a test may log and fail side by side.
type common struct {
	name   string
	parent *common
	level  int
	// report is where the outcome goes in the end; nil when somebody else reports.
	report io.Writer
	// printer shows at once what happens, under -v.
	printer *printer
	// output is what was logged and has not been passed on.
	output []byte
	log    logWriter

	ran, failed, skipped bool
	// finished: the function has returned or asked to stop; done: and so have all subtests.
	finished, done bool
	hasSub         bool
	bench          bool
	inFuzzTarget   bool
	inBubble       bool
	isParallel     bool
	inCleanup      bool

	helpers  map[string]bool
	cleanups []cleanup
	// While a cleanup runs, where it was registered.
	cleanupCallers []uintptr
	// creator is the stack of the call of Run.
	creator []uintptr

	start    time.Time
	duration time.Duration
	signal   chan bool
	// barrier is closed when the parallel subtests may go on.
	barrier chan bool
	waiting []*T

	temporary temporaryDirs
	ctx       context.Context
	cancel    context.CancelFunc
}

func (c *common) private() {}

// notInFuzzTarget complains of a method of F called where one of T is meant.
func (c *common) notInFuzzTarget(method string) {
	if c.inFuzzTarget {
		panic(fmt.Sprintf("testing: f.%s was called inside the fuzz target, use t.%s instead", method, method))
	}
}

func (c *common) Name() string { return c.name }

func (c *common) setRan() {
	for each := c; each != nil; each = each.parent {
		each.ran = true
	}
}

// Fail marks the test, and those it is part of, as failed; it goes on.
func (c *common) Fail() {
	if c.parent != nil {
		c.parent.Fail()
	}
	if c.done {
		panic("Fail in goroutine after " + c.name + " has completed")
	}
	c.failed = true
}

func (c *common) Failed() bool {
	if !c.done {
		c.noticeRaces()
	}
	return c.failed
}

// FailNow marks the test as failed and ends its goroutine.
func (c *common) FailNow() {
	c.notInFuzzTarget("FailNow")
	c.Fail()
	c.finished = true
	runtime.Goexit()
}

// SkipNow marks the test as skipped and ends its goroutine.
func (c *common) SkipNow() {
	c.notInFuzzTarget("SkipNow")
	c.skipped = true
	c.finished = true
	runtime.Goexit()
}

func (c *common) Skipped() bool { return c.skipped }

// Context is cancelled just before the cleanups are run.
func (c *common) Context() context.Context {
	c.notInFuzzTarget("Context")
	return c.ctx
}

// Attr tells the readers of the output something about the test.
func (c *common) Attr(key, value string) {
	if strings.ContainsFunc(key, unicode.IsSpace) {
		c.Errorf("disallowed whitespace in attribute key %q", key)
		return
	}
	if strings.ContainsAny(value, "\r\n") {
		c.Errorf("disallowed newline in attribute value %q", value)
		return
	}
	if c.printer != nil {
		c.printer.status(c.name, fmt.Sprintf("=== ATTR  %s %v %v\n", c.name, key, value))
	}
}

// raceErrors is the number of data races found so far.
func raceErrors() int

// racesSeen is how many of them a test has been blamed for.
var racesSeen int

// noticeRaces makes the test fail if there were data races since somebody looked.
func (c *common) noticeRaces() {
	if races := raceErrors(); races > racesSeen {
		racesSeen = races
		c.Errorf("race detected during execution of test")
	}
}

// Testing reports whether the program is a test's, also while it is initialised.
func Testing() bool { return isTest() }

// isTest is about what the program consists of.
func isTest() bool

// Short reports whether tests are to be quick.
func Short() bool {
	if options == nil {
		panic("testing: Short called before Init")
	}
	if !flag.Parsed() {
		panic("testing: Short called before Parse")
	}
	return options.short
}

// Verbose reports whether the tests show what they do.
func Verbose() bool {
	if !flag.Parsed() {
		panic("testing: Verbose called before Parse")
	}
	return options != nil && options.verbose.on
}

// CoverMode is empty: coverage is not measured.
func CoverMode() string { return "" }

// Coverage is 0: coverage is not measured.
func Coverage() float64 { return 0 }

func secondsText(d time.Duration) string { return fmt.Sprintf("%.2fs", d.Seconds()) }
