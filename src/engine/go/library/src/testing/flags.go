package testing

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// settings are the values of the flags.
type settings struct {
	short, failFast, fullPath, artifacts, exitPanics bool
	verbose                                          verbosity
	count                                            uint
	list, run, skip, shuffle, processors, outputDir  string
	timeout                                          time.Duration
	parallel                                         int
	bench, fuzz                                      string
	benchMemory                                      bool
}

// options is nil until Init.
var options *settings

// measure is how long a benchmark runs. Virtual time is exact, so that it need not be long.
var measure = extent{duration: 10 * time.Millisecond}

// Init registers the flags of tests; the program that runs tests does it.
func Init() {
	if options != nil {
		return
	}
	options = &settings{}
	flag.BoolVar(&options.short, "test.short", false, "run smaller test suite to save time")
	flag.BoolVar(&options.failFast, "test.failfast", false, "do not start new tests after the first test failure")
	flag.StringVar(&options.outputDir, "test.outputdir", "", "write profiles to `dir`")
	flag.BoolVar(&options.artifacts, "test.artifacts", false, "store test artifacts in test.,outputdir")
	flag.Var(&options.verbose, "test.v", "verbose: print additional output")
	flag.UintVar(&options.count, "test.count", 1, "run tests and benchmarks `n` times")
	flag.StringVar(&options.list, "test.list", "", "list tests, examples, and benchmarks matching `regexp` then exit")
	flag.StringVar(&options.run, "test.run", "", "run only tests and examples matching `regexp`")
	flag.StringVar(&options.skip, "test.skip", "", "do not list or run tests matching `regexp`")
	flag.BoolVar(&options.exitPanics, "test.paniconexit0", false, "panic on call to os.Exit(0)")
	flag.DurationVar(&options.timeout, "test.timeout", 0, "panic test binary after duration `d` (default 0, timeout disabled)")
	flag.StringVar(&options.processors, "test.cpu", "", "comma-separated `list` of cpu counts to run each test with")
	flag.IntVar(&options.parallel, "test.parallel", runtime.GOMAXPROCS(0), "run at most `n` tests in parallel")
	flag.StringVar(&options.shuffle, "test.shuffle", "off", "randomize the execution order of tests and benchmarks")
	flag.BoolVar(&options.fullPath, "test.fullpath", false, "show full file names in error messages")
	flag.StringVar(&options.bench, "test.bench", "", "run only benchmarks matching `regexp`")
	flag.BoolVar(&options.benchMemory, "test.benchmem", false, "print memory allocations for benchmarks")
	flag.Var(&measure, "test.benchtime", "run each benchmark for duration `d` or N times if `d` is of the form Nx")
	flag.StringVar(&options.fuzz, "test.fuzz", "", "run the fuzz test matching `regexp`")
}

// verbosity is the value of -test.v.
type verbosity struct{ on bool }

func (*verbosity) IsBoolFlag() bool { return true }

func (v *verbosity) Set(text string) error {
	if text != "true" && text != "false" {
		return fmt.Errorf("invalid flag -test.v=%s", text)
	}
	v.on = text == "true"
	return nil
}

func (v *verbosity) String() string { return strconv.FormatBool(v.on) }
func (v *verbosity) Get() any       { return v.on }

// An extent is a duration or a number of rounds.
type extent struct {
	duration time.Duration
	rounds   int
}

func (e *extent) String() string {
	if e.rounds > 0 {
		return fmt.Sprintf("%dx", e.rounds)
	}
	return e.duration.String()
}

func (e *extent) Set(text string) error {
	if digits, ok := strings.CutSuffix(text, "x"); ok {
		rounds, err := strconv.ParseInt(digits, 10, 0)
		if err != nil || rounds <= 0 {
			return errors.New("invalid count")
		}
		*e = extent{rounds: int(rounds)}
		return nil
	}
	duration, err := time.ParseDuration(text)
	if err != nil || duration <= 0 {
		return errors.New("invalid duration")
	}
	*e = extent{duration: duration}
	return nil
}

// processorCounts is the list of -test.cpu.
func processorCounts() []int {
	var counts []int
	for word := range strings.SplitSeq(options.processors, ",") {
		word = strings.TrimSpace(word)
		if word == "" {
			continue
		}
		count, err := strconv.Atoi(word)
		if err != nil || count <= 0 {
			fmt.Fprintf(os.Stderr, "testing: invalid value %q for -test.cpu\n", word)
			os.Exit(1)
		}
		counts = append(counts, count)
	}
	if counts == nil {
		return []int{runtime.GOMAXPROCS(0)}
	}
	return counts
}
