package testing

import (
	"flag"
	"fmt"
	"internal/exit"
	"io"
	"math/rand"
	"os"
	"runtime/debug"
	"strconv"
	"time"
)

// An M runs the tests of a package; TestMain gets it.
type M struct {
	deps       testDeps
	tests      []InternalTest
	benchmarks []InternalBenchmark
	targets    []InternalFuzzTarget
	examples   []InternalExample
	alarm      *time.Timer
	exitCode   int
}

// testDeps is what the program that runs the tests gives to them.
type testDeps interface {
	ImportPath() string
	MatchString(pattern, text string) (bool, error)
}

// MainStart is for the program that runs the tests.
func MainStart(deps testDeps, tests []InternalTest, benchmarks []InternalBenchmark, targets []InternalFuzzTarget, examples []InternalExample) *M {
	Init()
	return &M{deps: deps, tests: tests, benchmarks: benchmarks, targets: targets, examples: examples}
}

func standardOutput() io.Writer { return os.Stdout }

func warnNothingRan() { fmt.Fprintln(os.Stderr, "testing: warning: no tests to run") }

// Run runs what the flags name; 0 if all has passed.
func (m *M) Run() (code int) {
	m.exitCode = m.run()
	return m.exitCode
}

func (m *M) run() int {
	if !flag.Parsed() {
		flag.Parse()
	}
	if options.parallel < 1 {
		fmt.Fprintln(os.Stderr, "testing: -parallel can only be given a positive integer")
		flag.Usage()
		return 2
	}
	if options.fuzz != "" {
		fmt.Fprintln(os.Stderr, "testing: fuzzing is not available in Interleave; without -fuzz the seeds are run")
		return 2
	}
	if options.list != "" {
		m.list()
		return 0
	}
	if options.shuffle != "off" && !m.shuffle() {
		return 2
	}
	exit.ZeroPanics = options.exitPanics
	defer func() { exit.ZeroPanics = false }()
	deadline := m.startAlarm()
	match := m.deps.MatchString
	ran, ok := runTests(match, m.tests, deadline)
	targetsRan, targetsOk := runFuzzTargets(match, m.targets, deadline)
	examplesRan, examplesOk := runExamples(match, m.examples)
	if m.alarm != nil {
		m.alarm.Stop()
	}
	if !ran && !targetsRan && !examplesRan && options.bench == "" {
		warnNothingRan()
	}
	if !ok || !examplesOk || !targetsOk || !runBenchmarks(m.deps.ImportPath(), match, m.benchmarks) {
		fmt.Print("FAIL\n")
		return 1
	}
	if raceErrors() > racesSeen {
		fmt.Print("testing: race detected outside of test execution\nFAIL\n")
		return 1
	}
	fmt.Print("PASS\n")
	return 0
}

func (m *M) list() {
	if _, err := m.deps.MatchString(options.list, "non-empty"); err != nil {
		fmt.Fprintf(os.Stderr, "testing: invalid regexp in -test.list (%q): %s\n", options.list, err)
		os.Exit(1)
	}
	print := func(name string) {
		if ok, _ := m.deps.MatchString(options.list, name); ok {
			fmt.Println(name)
		}
	}
	for _, test := range m.tests {
		print(test.Name)
	}
	for _, benchmark := range m.benchmarks {
		print(benchmark.Name)
	}
	for _, target := range m.targets {
		print(target.Name)
	}
	for _, example := range m.examples {
		print(example.Name)
	}
}

// shuffle brings tests and benchmarks into a random order; false if the flag makes no sense.
func (m *M) shuffle() bool {
	seed := time.Now().UnixNano()
	if options.shuffle != "on" {
		var err error
		seed, err = strconv.ParseInt(options.shuffle, 10, 64)
		if err != nil {
			fmt.Fprintln(os.Stderr, `testing: -shuffle should be "off", "on", or a valid integer:`, err)
			return false
		}
	}
	fmt.Println("-test.shuffle", seed)
	random := rand.New(rand.NewSource(seed))
	random.Shuffle(len(m.tests), func(i, j int) { m.tests[i], m.tests[j] = m.tests[j], m.tests[i] })
	random.Shuffle(len(m.benchmarks), func(i, j int) {
		m.benchmarks[i], m.benchmarks[j] = m.benchmarks[j], m.benchmarks[i]
	})
	return true
}

// startAlarm lets the program panic when the time is over.
func (m *M) startAlarm() (deadline time.Time) {
	if options.timeout <= 0 {
		return time.Time{}
	}
	deadline = time.Now().Add(options.timeout)
	m.alarm = time.AfterFunc(options.timeout, func() {
		debug.SetTraceback("all")
		panic(fmt.Sprintf("test timed out after %v%s", options.timeout, runningTests()))
	})
	return deadline
}

// Main is for programs from before M.
func Main(match func(pattern, text string) (bool, error), tests []InternalTest, benchmarks []InternalBenchmark, examples []InternalExample) {
	os.Exit(MainStart(onlyMatch(match), tests, benchmarks, nil, examples).Run())
}

type onlyMatch matchFunc

func (onlyMatch) ImportPath() string                               { return "" }
func (f onlyMatch) MatchString(pattern, text string) (bool, error) { return f(pattern, text) }
