package runtime

const (
	GOOS     = "linux"
	GOARCH   = "amd64"
	Compiler = "gc"
)

func Gosched()
func Goexit()
func NumGoroutine() int
func NumCPU() int
func GOMAXPROCS(n int) int

func Version() string { return "go1.27.3" }
func GOROOT() string  { return "/usr/local/go" }

// There is nothing to collect and nothing to keep alive.
func GC()               {}
func KeepAlive(x any)   {}
func LockOSThread()     {}
func UnlockOSThread()   {}
func NumCgoCall() int64 { return 0 }

func SetFinalizer(obj any, finalizer any) {}

// stack is the text of the current goroutine's stack, or of all.
func stack(all bool) string

func Stack(buf []byte, all bool) int { return copy(buf, stack(all)) }

// caller says where the skip-th caller of its own caller is.
func caller(skip int) (function, file string, line int, ok bool)

func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	_, file, line, ok = caller(skip + 1)
	return uintptr(line), file, line, ok
}

// MemStats are statistics of memory; only some are filled in.
type MemStats struct {
	Alloc, TotalAlloc, Sys, Lookups, Mallocs, Frees                     uint64
	HeapAlloc, HeapSys, HeapIdle, HeapInuse, HeapReleased, HeapObjects uint64
	StackInuse, StackSys                                                uint64
	NextGC, LastGC, PauseTotalNs                                        uint64
	NumGC, NumForcedGC                                                  uint32
}

func heap() (bytes, objects int)

func ReadMemStats(m *MemStats) {
	bytes, objects := heap()
	m.Alloc, m.HeapAlloc, m.HeapInuse = uint64(bytes), uint64(bytes), uint64(bytes)
	m.TotalAlloc, m.Sys, m.HeapSys = uint64(bytes), uint64(bytes)+1<<20, uint64(bytes)+1<<19
	m.HeapObjects, m.Mallocs = uint64(objects), uint64(objects)
}
