package testing

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

const indent = "    "

// A printer shows at once what happens, and names the test when it is another than before.
type printer struct {
	lastName string
}

// show writes text about a test in one step; before it a line that names the test, if isUnnamed and
// the last text was about another.
func show(p *printer, name, text string, isUnnamed bool)

// status shows a line that names the test itself.
func (p *printer) status(name, line string) { show(p, name, line, false) }

func (c *common) Log(args ...any) {
	c.notInFuzzTarget("Log")
	c.logText(fmt.Sprintln(args...))
}

func (c *common) Logf(format string, args ...any) {
	c.notInFuzzTarget("Logf")
	c.logText(fmt.Sprintf(format, args...))
}

func (c *common) Error(args ...any) {
	c.notInFuzzTarget("Error")
	c.logText(fmt.Sprintln(args...))
	c.Fail()
}

func (c *common) Errorf(format string, args ...any) {
	c.notInFuzzTarget("Errorf")
	c.logText(fmt.Sprintf(format, args...))
	c.Fail()
}

func (c *common) Fatal(args ...any) {
	c.notInFuzzTarget("Fatal")
	c.logText(fmt.Sprintln(args...))
	c.FailNow()
}

func (c *common) Fatalf(format string, args ...any) {
	c.notInFuzzTarget("Fatalf")
	c.logText(fmt.Sprintf(format, args...))
	c.FailNow()
}

func (c *common) Skip(args ...any) {
	c.notInFuzzTarget("Skip")
	c.logText(fmt.Sprintln(args...))
	c.SkipNow()
}

func (c *common) Skipf(format string, args ...any) {
	c.notInFuzzTarget("Skipf")
	c.logText(fmt.Sprintf(format, args...))
	c.SkipNow()
}

// logText logs on behalf of the method that calls it, which the user has called.
func (c *common) logText(text string) {
	text = strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\n", "\n"+indent) + "\n"
	target := c.listener()
	if target == nil {
		panic("Log in goroutine after " + c.name + " has completed: " + text)
	}
	// Callers, place, logText, Log.
	text = target.place(4) + text
	target.endPartialLine()
	target.log.Write([]byte(text))
}

// listener is who still takes what the test logs: itself, or who waits for it.
func (c *common) listener() *common {
	if !c.done && !c.inBubble {
		return c
	}
	for parent := c.parent; parent != nil; parent = parent.parent {
		if !parent.done {
			return parent
		}
	}
	return nil
}

// Helper marks the calling function: lines are reported where it was called.
func (c *common) Helper() { c.markHelper() }

// markHelper marks who called the method that calls it.
func (c *common) markHelper() {
	if c.inBubble {
		c = c.parent
	}
	if c.helpers == nil {
		c.helpers = map[string]bool{}
	}
	c.helpers[callerName(3)] = true
}

const maxCallers = 50

func stackFrom(skip int) []uintptr {
	pcs := make([]uintptr, maxCallers)
	return pcs[:runtime.Callers(skip+1, pcs)]
}

func callerName(skip int) string {
	frame, _ := runtime.CallersFrames(stackFrom(skip + 1)).Next()
	return frame.Function
}

// place is `file.go:7: `, for the first caller that is no helper.
func (c *common) place(skip int) string {
	frame := c.caller(stackFrom(skip))
	file, line := frame.File, frame.Line
	if file == "" {
		file = "???"
	} else if options == nil || !options.fullPath {
		file = filepath.Base(file)
	}
	return fmt.Sprintf("%s:%d: ", file, max(line, 1))
}

const (
	runnerName  = "testing.tRunner"
	cleanupName = "testing.(*common).runOneCleanup"
)

// caller looks down the stack, and down that of whoever called Run.
func (c *common) caller(pcs []uintptr) runtime.Frame {
	frames := runtime.CallersFrames(pcs)
	var first, before, frame runtime.Frame
	isBodyOfRange := false
	for more := true; more; before = frame {
		frame, more = frames.Next()
		if isBodyOfRange {
			// The iterator that called the body of the loop.
			isBodyOfRange = false
			continue
		}
		if frame.Function == "runtime.gopanic" {
			continue
		}
		if frame.Function == cleanupName && c.cleanupCallers != nil {
			frames, more = runtime.CallersFrames(c.cleanupCallers), true
			continue
		}
		if first.PC == 0 {
			first = frame
		}
		if frame.Function == runnerName {
			if c.level <= 1 {
				return before
			}
			frames, more = runtime.CallersFrames(c.creator), true
			c = c.parent
			continue
		}
		name := frame.Function
		if at := strings.LastIndex(name, "-range"); at > 0 && strings.Trim(name[at+6:], "0123456789") == "" {
			name = name[:at]
			isBodyOfRange = true
		}
		if !c.helpers[name] {
			return frame
		}
	}
	return first
}

// A logWriter takes whole lines for its test, and keeps the beginning of a line until it ends.
type logWriter struct {
	owner   *common
	partial []byte
}

// Output takes text that belongs to the test.
func (c *common) Output() io.Writer {
	c.notInFuzzTarget("Output")
	target := c.listener()
	if target == nil {
		panic("Output called after " + c.name + " has completed")
	}
	return &target.log
}

func (w *logWriter) Write(text []byte) (int, error) {
	if w.owner == nil {
		return 0, nil
	}
	if w.owner.listener() == nil {
		panic("Write called after " + w.owner.name + " has completed")
	}
	all := append(w.partial, text...)
	w.partial = nil
	for len(all) > 0 {
		end := bytes.IndexByte(all, '\n')
		if end < 0 {
			w.partial = bytes.Clone(all)
			break
		}
		w.owner.writeLine(string(all[:end+1]))
		all = all[end+1:]
	}
	return len(text), nil
}

func (c *common) writeLine(line string) {
	line = indent + line
	switch {
	case c.done || c.printer == nil:
		c.output = append(c.output, line...)
	case c.bench:
		os.Stdout.WriteString(line)
	default:
		show(c.printer, c.name, line, true)
	}
}

func (c *common) endPartialLine() {
	if len(c.log.partial) > 0 {
		c.log.Write([]byte("\n"))
	}
}

// passOn writes the heading and what was logged to whoever waits for the test.
func (c *common) passOn(heading string) {
	text := heading + string(c.output)
	c.output = nil
	if c.printer != nil && c.parent.level == 0 {
		c.printer.status(c.name, text)
		return
	}
	io.WriteString(c.parent.report, text)
}

// An indenter adds to the output of a test, a step further in.
type indenter struct{ c *common }

func (w indenter) Write(text []byte) (int, error) {
	var lines []byte
	for line := range bytes.Lines(text) {
		lines = append(append(lines, indent...), line...)
	}
	w.c.output = append(w.c.output, lines...)
	return len(text), nil
}
