package testing

import (
	"fmt"
	"maps"
	"math"
	"runtime"
	"slices"
	"time"
)

// BenchmarkResult is what a benchmark has measured.
type BenchmarkResult struct {
	N         int
	T         time.Duration
	Bytes     int64
	MemAllocs uint64
	MemBytes  uint64
	Extra     map[string]float64
}

// perOp is a measure of the user's, or a total divided by the rounds.
func (r BenchmarkResult) perOp(unit string, total int64) int64 {
	if v, ok := r.Extra[unit]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return total / int64(r.N)
}

func (r BenchmarkResult) NsPerOp() int64           { return r.perOp("ns/op", r.T.Nanoseconds()) }
func (r BenchmarkResult) AllocsPerOp() int64       { return r.perOp("allocs/op", int64(r.MemAllocs)) }
func (r BenchmarkResult) AllocedBytesPerOp() int64 { return r.perOp("B/op", int64(r.MemBytes)) }

func (r BenchmarkResult) megabytesPerSecond() float64 {
	if v, ok := r.Extra["MB/s"]; ok {
		return v
	}
	if r.Bytes <= 0 || r.T <= 0 || r.N <= 0 {
		return 0
	}
	return float64(r.Bytes) * float64(r.N) / 1e6 / r.T.Seconds()
}

func (r BenchmarkResult) String() string {
	text := fmt.Sprintf("%8d", r.N)
	ns, ok := r.Extra["ns/op"]
	if !ok {
		ns = float64(r.T.Nanoseconds()) / float64(r.N)
	}
	if ns != 0 {
		text += "\t" + measureText(ns, "ns/op")
	}
	if speed := r.megabytesPerSecond(); speed != 0 {
		text += fmt.Sprintf("\t%7.2f MB/s", speed)
	}
	known := []string{"ns/op", "MB/s", "B/op", "allocs/op"}
	for _, unit := range slices.Sorted(maps.Keys(r.Extra)) {
		if !slices.Contains(known, unit) {
			text += "\t" + measureText(r.Extra[unit], unit)
		}
	}
	return text
}

// MemString is the part of the line about memory.
func (r BenchmarkResult) MemString() string {
	return fmt.Sprintf("%8d B/op\t%8d allocs/op", r.AllocedBytesPerOp(), r.AllocsPerOp())
}

// measureText shows about four digits, with the points of a column below one another.
func measureText(x float64, unit string) string {
	digits := 0
	if y := math.Abs(x); y != 0 {
		for limit := 999.95; y < limit && digits < 7; limit /= 10 {
			digits++
		}
	}
	width := 10
	if digits > 0 {
		width += 1 + digits
	}
	return fmt.Sprintf("%*.*f %s", width, digits, x, unit)
}

// AllocsPerRun is the average number of objects that a call of f leaves behind.
func AllocsPerRun(runs int, f func()) (avg float64) {
	if parallelTests > 0 {
		panic("testing: AllocsPerRun called during parallel test")
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	f()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range runs {
		f()
	}
	runtime.ReadMemStats(&after)
	return float64((after.Mallocs - min(before.Mallocs, after.Mallocs)) / uint64(runs))
}
