// Package debug: the stack as text; the settings of a garbage collector that is not there.
package debug

import (
	"os"
	"runtime"
	"strconv"
	"strings"
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

// SetTraceback says whether a panic shows the stacks of all goroutines.
func SetTraceback(level string) {
	traceAll(level == "all" || level == "system" || level == "crash")
}

func traceAll(all bool)

func FreeOSMemory() {}

// GCStats are statistics of collections, which take no time.
type GCStats struct {
	LastGC         time.Time
	NumGC          int64
	PauseTotal     time.Duration
	Pause          []time.Duration
	PauseEnd       []time.Time
	PauseQuantiles []time.Duration
}

func ReadGCStats(stats *GCStats) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	n := min(int(m.NumGC), len(m.PauseEnd))
	stats.LastGC = time.Unix(0, int64(m.LastGC))
	stats.NumGC = int64(m.NumGC)
	stats.PauseTotal = 0
	stats.Pause = append(stats.Pause[:0], make([]time.Duration, n)...)
	stats.PauseEnd = stats.PauseEnd[:0]
	for i := range n {
		end := m.PauseEnd[(int(m.NumGC)-1-i)%len(m.PauseEnd)]
		stats.PauseEnd = append(stats.PauseEnd, time.Unix(0, int64(end)))
	}
	clear(stats.PauseQuantiles)
}

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

// String is what go version -m would show of a program.
func (bi *BuildInfo) String() string {
	var text strings.Builder
	line := func(parts ...string) { text.WriteString(strings.Join(parts, "\t") + "\n") }
	var module func(key string, m *Module)
	module = func(key string, m *Module) {
		if m.Replace == nil {
			line(key, m.Path, m.Version, m.Sum)
			return
		}
		line(key, m.Path, m.Version)
		module("=>", m.Replace)
		text.WriteString("\n")
	}
	if bi.GoVersion != "" {
		line("go", bi.GoVersion)
	}
	if bi.Path != "" {
		line("path", bi.Path)
	}
	if bi.Main != (Module{}) {
		module("mod", &bi.Main)
	}
	for _, dep := range bi.Deps {
		module("dep", dep)
	}
	for _, setting := range bi.Settings {
		line("build", quotedIf(setting.Key, "= \t\r\n\"`")+"="+quotedIf(setting.Value, " \t\r\n\"`"))
	}
	return text.String()
}

// quotedIf quotes a text that has one of some characters in it, or no characters at all.
func quotedIf(text, special string) string {
	if text == "" && strings.HasPrefix(special, "=") || strings.ContainsAny(text, special) {
		return strconv.Quote(text)
	}
	return text
}

// CrashOptions would say what is written when the program crashes.
type CrashOptions struct{}

func SetCrashOutput(f *os.File, opts CrashOptions) error { return nil }

func ReadBuildInfo() (info *BuildInfo, ok bool) {
	return &BuildInfo{GoVersion: runtime.Version(), Path: "play", Main: Module{Path: "play"}}, true
}
