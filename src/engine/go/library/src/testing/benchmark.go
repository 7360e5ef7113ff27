package testing

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"
	"unicode"
)

// A B is a benchmark.
type B struct {
	common
	N int

	importPath  string
	round       *benchRound
	function    func(b *B)
	extent      extent
	isTiming    bool
	showsMemory bool
	bytes       int64
	// Some benchmark within this one says nothing of bytes.
	lacksBytes  bool
	parallelism int
	result      BenchmarkResult
	extra       map[string]float64

	previousN        int
	previousDuration time.Duration

	startObjects, startBytes uint64
	objects, memory          uint64

	loop struct {
		rounds, done int
		isOver       bool
	}
}

// InternalBenchmark is a benchmark of a package.
type InternalBenchmark struct {
	Name string
	F    func(b *B)
}

// A benchRound is what the benchmarks of a program share.
type benchRound struct {
	match     *matcher
	nameWidth int
	suffix    int
	counts    []int
}

// benchmarks run one at a time.
var benchLock sync.Mutex

func (b *B) measureMemory() (objects, bytes uint64) {
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.Mallocs, stats.TotalAlloc
}

// StartTimer starts or resumes timing.
func (b *B) StartTimer() {
	if !b.isTiming {
		b.startObjects, b.startBytes = b.measureMemory()
		b.start = time.Now()
		b.isTiming = true
	}
}

// StopTimer pauses timing.
func (b *B) StopTimer() {
	if b.isTiming {
		b.duration += time.Since(b.start)
		objects, bytes := b.measureMemory()
		b.objects += objects - min(b.startObjects, objects)
		b.memory += bytes - min(b.startBytes, bytes)
		b.isTiming = false
	}
}

// ResetTimer forgets what was measured so far.
func (b *B) ResetTimer() {
	b.extra = map[string]float64{}
	if b.isTiming {
		b.startObjects, b.startBytes = b.measureMemory()
		b.start = time.Now()
	}
	b.duration, b.objects, b.memory = 0, 0, 0
}

func (b *B) SetBytes(n int64) { b.bytes = n }
func (b *B) ReportAllocs()    { b.showsMemory = true }

// Elapsed is the time measured so far.
func (b *B) Elapsed() time.Duration {
	if b.isTiming {
		return b.duration + time.Since(b.start)
	}
	return b.duration
}

// ReportMetric adds a measure of the user's to the result.
func (b *B) ReportMetric(n float64, unit string) {
	if unit == "" {
		panic("metric unit must not be empty")
	}
	if strings.IndexFunc(unit, unicode.IsSpace) >= 0 {
		panic("metric unit must not contain whitespace")
	}
	b.extra[unit] = n
}

// runN calls the function for n rounds.
func (b *B) runN(n int) {
	benchLock.Lock()
	defer benchLock.Unlock()
	defer func() {
		b.runCleanups()
		b.noticeRaces()
	}()
	b.N = n
	b.loop.rounds, b.loop.done, b.loop.isOver = 0, 0, false
	b.ctx, b.cancel = context.WithCancel(context.Background())
	b.parallelism = 1
	b.ResetTimer()
	b.StartTimer()
	b.function(b)
	b.StopTimer()
	b.previousN, b.previousDuration = n, b.duration
	if b.loop.rounds > 0 && !b.loop.isOver && !b.failed {
		b.Error("benchmark function returned without B.Loop() == false (break or return in loop?)")
	}
}

// Loop reports whether the benchmark goes on for another round.
func (b *B) Loop() bool {
	if b.isTiming && b.loop.done < b.loop.rounds {
		b.loop.done++
		return true
	}
	return b.loopOn()
}

// loopOn begins the loop, makes it longer, or ends it.
func (b *B) loopOn() bool {
	if !b.isTiming {
		b.Fatal("B.Loop called with timer stopped")
	}
	if b.loop.rounds == 0 {
		b.loop.rounds = max(b.extent.rounds, 1)
		b.N = 0
		b.ResetTimer()
		b.loop.done++
		return true
	}
	before := b.loop.rounds
	if elapsed := b.Elapsed(); b.extent.rounds == 0 && elapsed < b.extent.duration {
		b.loop.rounds = nextRounds(b.extent.duration, before, elapsed, before)
	}
	if b.loop.rounds == before {
		b.StopTimer()
		b.N = b.loop.rounds
		b.loop.isOver = true
		return false
	}
	b.loop.done++
	return true
}

// nextRounds guesses how many rounds fill the time, a little more than that, and within limits.
func nextRounds(goal time.Duration, rounds int, elapsed time.Duration, last int) int {
	n := int64(goal) * int64(rounds) / max(int64(elapsed), 1)
	n += n / 5
	n = max(min(n, 100*int64(last)), int64(last)+1)
	return int(min(n, 1e9))
}

// runOnce runs the benchmark for one round, which shows whether it has benchmarks within; whether
// there is more to be done.
func (b *B) runOnce() bool {
	if r := b.round; r != nil {
		if width := len(b.name) + r.suffix + 1; width > r.nameWidth {
			r.nameWidth = width + 8
		}
	}
	go func() {
		defer func() { b.signal <- true }()
		b.runN(1)
	}()
	<-b.signal
	if b.failed {
		fmt.Fprintf(b.report, "--- FAIL: %s\n%s", b.name, b.output)
		return false
	}
	if b.hasSub || b.finished {
		word := "BENCH"
		if b.skipped {
			word = "SKIP"
		}
		if b.printer != nil && (len(b.output) > 0 || b.finished) {
			b.cutOutput()
			fmt.Fprintf(b.report, "--- %s: %s\n%s", word, b.name, b.output)
		}
		return false
	}
	return true
}

var headingOnce sync.Once

func (b *B) heading(w io.Writer) {
	headingOnce.Do(func() {
		fmt.Fprintf(w, "goos: %s\ngoarch: %s\n", runtime.GOOS, runtime.GOARCH)
		if b.importPath != "" {
			fmt.Fprintf(w, "pkg: %s\n", b.importPath)
		}
		fmt.Fprintf(w, "cpu: Interleave (virtual time)\n")
	})
}

func (b *B) run() {
	b.heading(b.report)
	if b.round == nil {
		b.measure()
		return
	}
	for i, count := range b.round.counts {
		for j := range options.count {
			b.runAndReport(count, i > 0 || j > 0)
		}
	}
}

// runAndReport measures on so many processors and prints a line.
func (b *B) runAndReport(processors int, again bool) {
	runtime.GOMAXPROCS(processors)
	name := withProcessors(b.name, processors)
	if b.printer == nil {
		fmt.Fprintf(b.report, "%-*s\t", b.round.nameWidth, name)
	}
	if again {
		fresh := newBenchmark(b.name, b.function, b.report)
		fresh.printer, fresh.extent = b.printer, b.extent
		b = &B{common: fresh.common, function: b.function, extent: b.extent, round: b.round}
		b.log.owner = &b.common
		b.runOnce()
	}
	result := b.measure()
	if b.failed {
		fmt.Fprintf(b.report, "--- FAIL: %s\n%s", name, b.output)
		return
	}
	line := result.String()
	if b.printer != nil {
		fmt.Fprintf(b.report, "%-*s\t", b.round.nameWidth, name)
	}
	if options.benchMemory || b.showsMemory {
		line += "\t" + result.MemString()
	}
	fmt.Fprintln(b.report, line)
	if len(b.output) > 0 {
		b.cutOutput()
		fmt.Fprintf(b.report, "--- BENCH: %s\n%s", name, b.output)
	}
	if left := runtime.GOMAXPROCS(-1); left != processors {
		fmt.Fprintf(os.Stderr, "testing: %s left GOMAXPROCS set to %d\n", name, left)
	}
}

// measure runs the benchmark for as long as it is to run.
func (b *B) measure() BenchmarkResult {
	go b.measureHere()
	<-b.signal
	return b.result
}

func (b *B) measureHere() {
	defer func() { b.signal <- true }()
	if b.loop.rounds == 0 {
		if b.extent.rounds > 1 {
			b.runN(b.extent.rounds)
		} else if b.extent.rounds == 0 {
			for n := 1; !b.failed && b.duration < b.extent.duration && n < 1e9; {
				n = nextRounds(b.extent.duration, b.N, b.duration, n)
				b.runN(n)
			}
		}
	}
	b.result = BenchmarkResult{b.N, b.duration, b.bytes, b.objects, b.memory, b.extra}
}

// Run runs f as a benchmark within this one.
func (b *B) Run(name string, f func(b *B)) bool {
	b.hasSub = true
	benchLock.Unlock()
	defer benchLock.Lock()
	full, ok, isPartial := name, true, false
	if b.round != nil {
		full, ok, isPartial = b.round.match.fullName(&b.common, name)
	}
	if !ok {
		return true
	}
	sub := newBenchmark(full, f, b.report)
	sub.parent = &b.common
	sub.level = b.level + 1
	sub.creator = stackFrom(2)
	sub.printer = b.printer
	sub.importPath, sub.extent, sub.round = b.importPath, b.extent, b.round
	// Only benchmarks within it are wanted.
	sub.hasSub = isPartial
	if b.printer != nil {
		b.heading(os.Stdout)
		fmt.Println(full)
	}
	if sub.runOnce() {
		sub.run()
	}
	b.add(sub.result)
	return !sub.failed
}

// add counts a benchmark within this one as one round of it.
func (b *B) add(other BenchmarkResult) {
	r := &b.result
	r.N = 1
	r.T += time.Duration(other.NsPerOp())
	if other.Bytes == 0 {
		b.lacksBytes = true
		r.Bytes = 0
	}
	if !b.lacksBytes {
		r.Bytes += other.Bytes
	}
	r.MemAllocs += uint64(other.AllocsPerOp())
	r.MemBytes += uint64(other.AllocedBytesPerOp())
}

// cutOutput leaves ten lines of what was logged.
func (b *B) cutOutput() {
	lines := 0
	for i, c := range b.output {
		if c == '\n' {
			if lines++; lines == 10 {
				b.output = append(b.output[:i], "\n\t... [output truncated]\n"...)
				return
			}
		}
	}
}

func newBenchmark(name string, f func(b *B), report io.Writer) *B {
	b := &B{function: f, extent: measure}
	b.name, b.report, b.bench = name, report, true
	b.signal = make(chan bool)
	b.log.owner = &b.common
	return b
}

// Benchmark measures a function of a program that need not be a test.
func Benchmark(f func(b *B)) BenchmarkResult {
	b := newBenchmark("", f, io.Discard)
	b.bench = false
	if b.runOnce() {
		b.run()
	}
	return b.result
}

// RunBenchmarks is for programs that run benchmarks without M.
func RunBenchmarks(match func(pattern, text string) (bool, error), benchmarks []InternalBenchmark) {
	runBenchmarks("", match, benchmarks)
}

func withProcessors(name string, count int) string {
	if count == 1 {
		return name
	}
	return fmt.Sprintf("%s-%d", name, count)
}

func runBenchmarks(importPath string, match matchFunc, benchmarks []InternalBenchmark) bool {
	if options.bench == "" {
		return true
	}
	round := &benchRound{match: newMatcher(match, options.bench, "-test.bench", options.skip), counts: processorCounts()}
	most := 1
	for _, count := range round.counts {
		most = max(most, count)
	}
	round.suffix = len(withProcessors("", most))
	var chosen []InternalBenchmark
	for _, benchmark := range benchmarks {
		if _, ok, _ := round.match.fullName(nil, benchmark.Name); ok {
			chosen = append(chosen, benchmark)
			round.nameWidth = max(round.nameWidth, len(withProcessors(benchmark.Name, most))+round.suffix+1)
		}
	}
	main := newBenchmark("Main", func(b *B) {
		for _, benchmark := range chosen {
			b.Run(benchmark.Name, benchmark.F)
		}
	}, os.Stdout)
	main.importPath, main.round = importPath, round
	if options.verbose.on {
		main.printer = &printer{}
	}
	main.runN(1)
	return !main.failed
}

// A PB hands out the rounds of RunParallel.
type PB struct{ left *int }

// Next reports whether there is another round.
func (pb *PB) Next() bool {
	*pb.left--
	return *pb.left >= 0
}

// RunParallel lets several goroutines share the rounds.
func (b *B) RunParallel(body func(*PB)) {
	if b.N == 0 {
		return
	}
	left := b.N
	var group sync.WaitGroup
	for range b.parallelism * runtime.GOMAXPROCS(0) {
		group.Add(1)
		go func() {
			defer group.Done()
			body(&PB{&left})
		}()
	}
	group.Wait()
	if left >= 0 && !b.Failed() {
		b.Fatal("RunParallel: body exited without pb.Next() == false")
	}
}

// SetParallelism sets how many goroutines a processor gets in RunParallel.
func (b *B) SetParallelism(p int) {
	if p >= 1 {
		b.parallelism = p
	}
}
