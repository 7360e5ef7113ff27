package runtime

import "internal/collection"

// MemStats are statistics of memory: of the heap they are true, of the rest what a small program has.
type MemStats struct {
	Alloc, TotalAlloc, Sys, Lookups, Mallocs, Frees                    uint64
	HeapAlloc, HeapSys, HeapIdle, HeapInuse, HeapReleased, HeapObjects uint64
	StackInuse, StackSys                                               uint64
	NextGC, LastGC, PauseTotalNs                                       uint64
	NumGC, NumForcedGC                                                 uint32
	MSpanInuse, MSpanSys, MCacheInuse, MCacheSys                       uint64
	BuckHashSys, GCSys, OtherSys                                       uint64
	PauseNs, PauseEnd                                                  [256]uint64
	GCCPUFraction                                                      float64
	EnableGC, DebugGC                                                  bool
	BySize                                                             [61]struct {
		Size           uint32
		Mallocs, Frees uint64
	}
}

func heap() (bytes, objects int)

// wall is the time in nanoseconds since 1970.
func wall() int64

// Collections so far, all of them asked for, and the ends of the last ones.
var (
	cycles uint32
	ends   [256]uint64
)

// GC finds nothing to reclaim, but pools lose what they keep.
func GC() {
	collection.Begin()
	ends[cycles%uint32(len(ends))] = uint64(wall())
	cycles++
}

func ReadMemStats(m *MemStats) {
	bytes, objects := heap()
	m.Alloc, m.TotalAlloc, m.HeapAlloc, m.HeapInuse = uint64(bytes), uint64(bytes), uint64(bytes), uint64(bytes)
	m.HeapSys = m.HeapInuse + 1<<19
	m.HeapIdle = m.HeapSys - m.HeapInuse
	m.StackInuse, m.StackSys = 1<<18, 1<<18
	m.MSpanInuse, m.MSpanSys = 1<<13, 1<<14
	m.MCacheInuse, m.MCacheSys = 1<<13, 1<<14
	m.BuckHashSys, m.GCSys, m.OtherSys = 1<<12, 1<<17, 1<<16
	m.Sys = m.HeapSys + m.StackSys + m.MSpanSys + m.MCacheSys + m.BuckHashSys + m.GCSys + m.OtherSys
	m.NextGC = max(4<<20, 2*m.HeapAlloc)
	m.EnableGC = true
	m.NumGC, m.NumForcedGC, m.PauseEnd = cycles, cycles, ends
	if cycles > 0 {
		m.LastGC = ends[(cycles-1)%uint32(len(ends))]
	}
	m.HeapObjects, m.Mallocs = uint64(objects), uint64(objects)
}

// A Cleanup would stop what AddCleanup asked for.
type Cleanup struct{}

func (c Cleanup) Stop() {}

// AddCleanup never calls cleanup: nothing is reclaimed while the program can tell.
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup {
	if ptr == nil {
		panic("runtime.AddCleanup: ptr is nil")
	}
	if same, ok := any(arg).(*T); ok && same == ptr {
		panic("runtime.AddCleanup: ptr is equal to arg, cleanup will never run")
	}
	return Cleanup{}
}

// kindOf is the kind of a value, empty of nil, and its type.
func kindOf(value any) (kind, text string)

// A Pinner keeps values where they are, which they are anyway.
type Pinner struct{}

func (p *Pinner) Pin(pointer any) {
	switch kind, text := kindOf(pointer); kind {
	case "":
		panic(errorString("runtime.Pinner: argument is nil"))
	case "pointer", "unsafePointer":
	default:
		panic(errorString("runtime.Pinner: argument is not a pointer: " + text))
	}
}

func (p *Pinner) Unpin() {}

// Profiles are not taken: there is nothing in them.

type StackRecord struct {
	Stack0 [32]uintptr
}

func (r *StackRecord) Stack() []uintptr { return nil }

type MemProfileRecord struct {
	AllocBytes, FreeBytes     int64
	AllocObjects, FreeObjects int64
	Stack0                    [32]uintptr
}

func (r *MemProfileRecord) InUseBytes() int64   { return r.AllocBytes - r.FreeBytes }
func (r *MemProfileRecord) InUseObjects() int64 { return r.AllocObjects - r.FreeObjects }
func (r *MemProfileRecord) Stack() []uintptr    { return nil }

type BlockProfileRecord struct {
	Count  int64
	Cycles int64
	StackRecord
}

var MemProfileRate = 512 * 1024

func MemProfile(p []MemProfileRecord, inuseZero bool) (n int, ok bool) { return 0, true }
func BlockProfile(p []BlockProfileRecord) (n int, ok bool)             { return 0, true }
func MutexProfile(p []BlockProfileRecord) (n int, ok bool)             { return 0, true }
func ThreadCreateProfile(p []StackRecord) (n int, ok bool)             { return 0, true }

func GoroutineProfile(p []StackRecord) (n int, ok bool) {
	return NumGoroutine(), NumGoroutine() <= len(p)
}

func SetBlockProfileRate(rate int) {}
func SetCPUProfileRate(hz int)     {}

var mutexFraction int

func SetMutexProfileFraction(rate int) int {
	old := mutexFraction
	if rate >= 0 {
		mutexFraction = rate
	}
	return old
}

func SetDefaultGOMAXPROCS() { GOMAXPROCS(NumCPU()) }
func Breakpoint()           {}
