// Package log: lines with a prefix and the time, on standard error.
package log

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

const (
	Ldate = 1 << iota
	Ltime
	Lmicroseconds
	Llongfile
	Lshortfile
	LUTC
	Lmsgprefix
	LstdFlags = Ldate | Ltime
)

// A Logger writes one line for each call. Its settings may be read and changed while it writes.
type Logger struct {
	mu        sync.Mutex // while writing
	out       io.Writer
	prefix    atomic.Pointer[string]
	flag      atomic.Int32
	isDiscard atomic.Bool
}

func New(out io.Writer, prefix string, flag int) *Logger {
	l := new(Logger)
	l.SetOutput(out)
	l.SetPrefix(prefix)
	l.SetFlags(flag)
	return l
}

var std = New(os.Stderr, "", LstdFlags)

func Default() *Logger { return std }

func digits(buf []byte, n, width int) []byte {
	return append(buf, fmt.Sprintf("%0*d", width, n)...)
}

// settings are those of one line: nothing that happens meanwhile changes them.
type settings struct {
	prefix string
	flag   int
	now    time.Time
	file   string
	line   int
}

func (l *settings) header() (buf []byte) {
	if l.flag&Lmsgprefix == 0 {
		buf = append(buf, l.prefix...)
	}
	if l.flag&(Ldate|Ltime|Lmicroseconds) != 0 {
		now := l.now
		if l.flag&LUTC != 0 {
			now = now.UTC()
		}
		if l.flag&Ldate != 0 {
			year, month, day := now.Date()
			buf = append(digits(buf, year, 4), '/')
			buf = append(digits(buf, int(month), 2), '/')
			buf = append(digits(buf, day, 2), ' ')
		}
		if l.flag&(Ltime|Lmicroseconds) != 0 {
			hour, minute, second := now.Clock()
			buf = append(digits(buf, hour, 2), ':')
			buf = append(digits(buf, minute, 2), ':')
			buf = digits(buf, second, 2)
			if l.flag&Lmicroseconds != 0 {
				buf = append(buf, '.')
				buf = digits(buf, now.Nanosecond()/1000, 6)
			}
			buf = append(buf, ' ')
		}
	}
	if l.flag&(Lshortfile|Llongfile) != 0 {
		file := l.file
		if l.flag&Lshortfile != 0 {
			for i := len(file) - 1; i > 0; i-- {
				if file[i] == '/' {
					file = file[i+1:]
					break
				}
			}
		}
		buf = append(buf, file...)
		buf = append(buf, ':')
		buf = digits(buf, l.line, 1)
		buf = append(buf, ": "...)
	}
	if l.flag&Lmsgprefix != 0 {
		buf = append(buf, l.prefix...)
	}
	return buf
}

// output writes one line; calldepth 1 names the caller of output. The text is made only if
// somebody will see it, and before anybody else is kept from writing.
func (l *Logger) output(calldepth int, text func() string) error {
	if l.isDiscard.Load() {
		return nil
	}
	line := settings{now: time.Now(), prefix: l.Prefix(), flag: l.Flags()}
	if line.flag&(Lshortfile|Llongfile) != 0 {
		var ok bool
		_, line.file, line.line, ok = runtime.Caller(calldepth)
		if !ok {
			line.file = "???"
			line.line = 0
		}
	}
	buf := append(line.header(), text()...)
	if len(buf) == 0 || buf[len(buf)-1] != '\n' {
		buf = append(buf, '\n')
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	_, err := l.out.Write(buf)
	return err
}

// Output writes one line; calldepth 1 names the caller of Output.
func (l *Logger) Output(calldepth int, s string) error {
	return l.output(calldepth+1, func() string { return s })
}

func (l *Logger) Print(v ...any) { l.output(2, func() string { return fmt.Sprint(v...) }) }
func (l *Logger) Printf(format string, v ...any) {
	l.output(2, func() string { return fmt.Sprintf(format, v...) })
}
func (l *Logger) Println(v ...any) { l.output(2, func() string { return fmt.Sprintln(v...) }) }

func (l *Logger) Fatal(v ...any) {
	l.output(2, func() string { return fmt.Sprint(v...) })
	os.Exit(1)
}

func (l *Logger) Fatalf(format string, v ...any) {
	l.output(2, func() string { return fmt.Sprintf(format, v...) })
	os.Exit(1)
}

func (l *Logger) Fatalln(v ...any) {
	l.output(2, func() string { return fmt.Sprintln(v...) })
	os.Exit(1)
}

func (l *Logger) Panic(v ...any) {
	s := fmt.Sprint(v...)
	l.output(2, func() string { return s })
	panic(s)
}

func (l *Logger) Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	l.output(2, func() string { return s })
	panic(s)
}

func (l *Logger) Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	l.output(2, func() string { return s })
	panic(s)
}

func (l *Logger) Flags() int        { return int(l.flag.Load()) }
func (l *Logger) SetFlags(flag int) { l.flag.Store(int32(flag)) }

func (l *Logger) Prefix() string {
	if p := l.prefix.Load(); p != nil {
		return *p
	}
	return ""
}

func (l *Logger) SetPrefix(prefix string) { l.prefix.Store(&prefix) }

func (l *Logger) Writer() io.Writer {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.out
}

func (l *Logger) SetOutput(w io.Writer) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.out = w
	l.isDiscard.Store(w == io.Discard)
}

func Print(v ...any) { std.output(2, func() string { return fmt.Sprint(v...) }) }
func Printf(format string, v ...any) {
	std.output(2, func() string { return fmt.Sprintf(format, v...) })
}
func Println(v ...any) { std.output(2, func() string { return fmt.Sprintln(v...) }) }

func Fatal(v ...any) {
	std.output(2, func() string { return fmt.Sprint(v...) })
	os.Exit(1)
}

func Fatalf(format string, v ...any) {
	std.output(2, func() string { return fmt.Sprintf(format, v...) })
	os.Exit(1)
}

func Fatalln(v ...any) {
	std.output(2, func() string { return fmt.Sprintln(v...) })
	os.Exit(1)
}

func Panic(v ...any) {
	s := fmt.Sprint(v...)
	std.output(2, func() string { return s })
	panic(s)
}

func Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	std.output(2, func() string { return s })
	panic(s)
}

func Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	std.output(2, func() string { return s })
	panic(s)
}

func Flags() int              { return std.Flags() }
func SetFlags(flag int)       { std.SetFlags(flag) }
func Prefix() string          { return std.Prefix() }
func SetPrefix(prefix string) { std.SetPrefix(prefix) }
func Writer() io.Writer       { return std.Writer() }
func SetOutput(w io.Writer)   { std.SetOutput(w) }

func Output(calldepth int, s string) error {
	return std.output(calldepth+1, func() string { return s })
}
