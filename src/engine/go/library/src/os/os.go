// Package os: standard streams, arguments, environment and exit. There are no real files.
package os

import (
	"errors"
	"io"
	"syscall"
)

var (
	ErrInvalid          = errors.New("invalid argument")
	ErrPermission       = errors.New("permission denied")
	ErrExist            = errors.New("file already exists")
	ErrNotExist         = errors.New("file does not exist")
	ErrClosed           = errors.New("file already closed")
	ErrDeadlineExceeded = errors.New("i/o timeout")
)

// A File is one of the standard streams.
type File struct {
	fd   int
	name string
}

var (
	Stdin  = &File{0, "/dev/stdin"}
	Stdout = &File{1, "/dev/stdout"}
	Stderr = &File{2, "/dev/stderr"}
)

// Args holds the command line, starting with the program's name.
var Args = arguments()

func arguments() []string

// write appends text to the output of file descriptor fd.
func write(fd int, text string)

// read takes up to max bytes of standard input; "" at its end.
func read(max int) string

func (f *File) Write(b []byte) (n int, err error) { return f.WriteString(string(b)) }

func (f *File) WriteString(s string) (n int, err error) {
	if f == nil {
		return 0, ErrInvalid
	}
	if f.fd == 0 {
		return 0, &PathError{"write", f.name, errors.New("bad file descriptor")}
	}
	write(f.fd, s)
	return len(s), nil
}

func (f *File) Read(b []byte) (n int, err error) {
	if f == nil {
		return 0, ErrInvalid
	}
	if f.fd != 0 {
		return 0, &PathError{"read", f.name, errors.New("bad file descriptor")}
	}
	if len(b) == 0 {
		return 0, nil
	}
	text := read(len(b))
	if text == "" {
		return 0, io.EOF
	}
	return copy(b, text), nil
}

func (f *File) Close() error { return nil }
func (f *File) Sync() error  { return nil }
func (f *File) Name() string { return f.name }
func (f *File) Fd() uintptr  { return uintptr(f.fd) }

// PathError is an error with the operation and the file that it happened on.
type PathError struct {
	Op   string
	Path string
	Err  error
}

func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }
func (e *PathError) Unwrap() error { return e.Err }

// Exit ends the program at once with the given code; deferred functions are not run.
func Exit(code int)

// A Signal can be sent to the program from outside.
type Signal interface {
	String() string
	Signal()
}

var (
	Interrupt Signal = syscall.SIGINT
	Kill      Signal = syscall.SIGKILL
)

// The environment starts empty: a run depends on nothing outside the program.
var environment = map[string]string{}

func Getenv(key string) string { return environment[key] }

func LookupEnv(key string) (string, bool) {
	value, ok := environment[key]
	return value, ok
}

func Setenv(key, value string) error {
	if key == "" {
		return &SyscallError{"setenv", ErrInvalid}
	}
	environment[key] = value
	return nil
}

func Unsetenv(key string) error {
	delete(environment, key)
	return nil
}

func Clearenv() { clear(environment) }

// A SyscallError is an error of a system call.
type SyscallError struct {
	Syscall string
	Err     error
}

func (e *SyscallError) Error() string { return e.Syscall + ": " + e.Err.Error() }
func (e *SyscallError) Unwrap() error { return e.Err }

func Getpid() int                 { return 1 }
func Getppid() int                { return 0 }
func Getuid() int                 { return 0 }
func Getgid() int                 { return 0 }
func Getpagesize() int            { return 4096 }
func Hostname() (string, error)   { return "interleave", nil }
func Getwd() (string, error)      { return "/", nil }
func TempDir() string             { return "/tmp" }
func Executable() (string, error) { return Args[0], nil }

func IsExist(err error) bool      { return errors.Is(err, ErrExist) }
func IsNotExist(err error) bool   { return errors.Is(err, ErrNotExist) }
func IsPermission(err error) bool { return errors.Is(err, ErrPermission) }
func IsTimeout(err error) bool    { return errors.Is(err, ErrDeadlineExceeded) }
