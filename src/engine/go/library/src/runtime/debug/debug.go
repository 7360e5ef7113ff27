// Package debug: the stack as text; the settings of a garbage collector that is not there.
package debug

import (
	"os"
	"runtime"
	"time"
)

func Stack() []byte {
	buf := make([]byte, 1024)
	for {
		n := runtime.Stack(buf, false)
		if n < len(buf) {
			return buf[:n]
		}
		buf = make([]byte, 2*len(buf))
	}
}

func PrintStack() { os.Stderr.Write(Stack()) }

var (
	percent           = 100
	limit       int64 = 1<<63 - 1
	stackSize         = 1000000000
	threads           = 10000
	faultPanics       = false
)

func SetGCPercent(n int) int {
	old := percent
	percent = max(n, -1)
	return old
}

func SetMemoryLimit(n int64) int64 {
	old := limit
	if n >= 0 {
		limit = n
	}
	return old
}

func SetMaxStack(bytes int) int {
	old := stackSize
	stackSize = bytes
	return old
}

func SetMaxThreads(n int) int {
	old := threads
	threads = n
	return old
}

func SetPanicOnFault(enabled bool) bool {
	old := faultPanics
	faultPanics = enabled
	return old
}

func SetTraceback(level string) {}
func FreeOSMemory()             {}

// GCStats are statistics of collections, of which there are none.
type GCStats struct {
	LastGC         time.Time
	NumGC          int64
	PauseTotal     time.Duration
	Pause          []time.Duration
	PauseEnd       []time.Time
	PauseQuantiles []time.Duration
}

func ReadGCStats(stats *GCStats) { *stats = GCStats{} }

// A Module is a module of the program.
type Module struct {
	Path    string
	Version string
	Sum     string
	Replace *Module
}

type BuildSetting struct {
	Key, Value string
}

type BuildInfo struct {
	GoVersion string
	Path      string
	Main      Module
	Deps      []*Module
	Settings  []BuildSetting
}

func ReadBuildInfo() (info *BuildInfo, ok bool) {
	return &BuildInfo{GoVersion: runtime.Version(), Path: "play", Main: Module{Path: "play"}}, true
}
