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

func KeepAlive(x any)   {}
func LockOSThread()     {}
func UnlockOSThread()   {}
func NumCgoCall() int64 { return 0 }

func SetFinalizer(obj any, finalizer any) {}

// stack is the text of the current goroutine's stack, or of all.
func stack(all bool) string

func Stack(buf []byte, all bool) int { return copy(buf, stack(all)) }

// caller says where the skip-th caller of its own caller is; pc 0 when there is none.
func caller(skip int) (pc int, file string, line int)

// place says what a pc stands for.
func place(pc int) (function, file string, line int)

func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	p, file, line := caller(skip + 1)
	return uintptr(p), file, line, p != 0
}

// Callers fills pc with the places of the callers, as Go does from skip 1 on.
func Callers(skip int, pc []uintptr) int {
	n := 0
	for ; n < len(pc); n++ {
		p, _, _ := caller(skip + n)
		if p == 0 {
			break
		}
		pc[n] = uintptr(p)
	}
	return n
}

// A Func is a function of the running program.
type Func struct {
	pc   uintptr
	name string
}

func FuncForPC(pc uintptr) *Func {
	if name, _, _ := place(int(pc)); name != "" {
		return &Func{pc, name}
	}
	return nil
}

func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return f.name
}

func (f *Func) Entry() uintptr { return uintptr(entry(int(f.pc))) }

// entry is the first place of a function.
func entry(pc int) int

func (f *Func) FileLine(pc uintptr) (file string, line int) {
	_, file, line = place(int(pc))
	return file, line
}

// A Frame describes a caller.
type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}

// Frames walks over what Callers has found.
type Frames struct {
	callers []uintptr
}

func CallersFrames(callers []uintptr) *Frames { return &Frames{callers} }

func (f *Frames) Next() (frame Frame, more bool) {
	if len(f.callers) == 0 {
		return Frame{}, false
	}
	pc := f.callers[0]
	f.callers = f.callers[1:]
	name, file, line := place(int(pc))
	return Frame{pc, FuncForPC(pc), name, file, line, pc}, len(f.callers) > 0
}
