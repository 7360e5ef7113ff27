package slog

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"time"
)

// A Record is one thing that is logged.
type Record struct {
	Time    time.Time
	Message string
	Level   Level
	PC      uintptr
	attrs   []Attr
}

func NewRecord(t time.Time, level Level, msg string, pc uintptr) Record {
	return Record{Time: t, Message: msg, Level: level, PC: pc}
}

// Clone is a copy to which attributes can be added.
func (r Record) Clone() Record {
	r.attrs = slices.Clip(r.attrs)
	return r
}

func (r Record) NumAttrs() int { return len(r.attrs) }

// Attrs calls f with each attribute until it returns false.
func (r Record) Attrs(f func(Attr) bool) {
	for _, a := range r.attrs {
		if !f(a) {
			return
		}
	}
}

func (r *Record) AddAttrs(attrs ...Attr) {
	r.attrs = slices.Clip(r.attrs)
	for _, a := range attrs {
		if !a.Value.isEmptyGroup() {
			r.attrs = append(r.attrs, a)
		}
	}
}

// Add adds attributes given as Logger.Log has them.
func (r *Record) Add(args ...any) { r.AddAttrs(attrsOf(args)...) }

// A Source is a place in the source.
type Source struct {
	Function string `json:"function"`
	File     string `json:"file"`
	Line     int    `json:"line"`
}

// Source is where the record was made, nil if that is not known.
func (r Record) Source() *Source {
	if r.PC == 0 {
		return nil
	}
	f, _ := runtime.CallersFrames([]uintptr{r.PC}).Next()
	return &Source{f.Function, f.File, f.Line}
}

func (s *Source) isEmpty() bool { return s == nil || *s == Source{} }

func (s *Source) group() Value {
	var as []Attr
	if s.Function != "" {
		as = append(as, String("function", s.Function))
	}
	if s.File != "" {
		as = append(as, String("file", s.File))
	}
	if s.Line != 0 {
		as = append(as, Int("line", s.Line))
	}
	return GroupValue(as...)
}

// callers lists at most n functions that are running, without the innermost.
func callers(skip, n int) string {
	pcs := make([]uintptr, n+1)
	found := runtime.Callers(skip+1, pcs)
	if found == 0 {
		return "(no stack)"
	}
	frames := runtime.CallersFrames(pcs[:found])
	var text strings.Builder
	for i := 1; ; i++ {
		frame, more := frames.Next()
		fmt.Fprintf(&text, "called from %s (%s:%d)\n", frame.Function, frame.File, frame.Line)
		if !more {
			break
		}
		if i >= n {
			fmt.Fprintf(&text, "(rest of stack elided)\n")
			break
		}
	}
	return text.String()
}
