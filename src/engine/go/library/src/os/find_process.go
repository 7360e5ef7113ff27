package os

import (
	"internal/signals"
	"syscall"
)

// A Process is known by its number; only the program's own is there.
type Process struct {
	Pid int
}

func FindProcess(pid int) (*Process, error) { return &Process{pid}, nil }

func (p *Process) isMissing() bool { return p.Pid != Getpid() }

// Signal sends a signal to the program itself.
func (p *Process) Signal(sig Signal) error {
	number, ok := sig.(syscall.Signal)
	switch {
	case !ok:
		return errUnsupportedSignal
	case p.isMissing():
		return ErrProcessDone
	case number != 0:
		signals.Send(int(number))
	}
	return nil
}

func (p *Process) Kill() error    { return p.Signal(Kill) }
func (p *Process) Release() error { return nil }

// Wait fails: the program has no children.
func (p *Process) Wait() (*ProcessState, error) {
	return nil, NewSyscallError("wait", syscall.ECHILD)
}

// A ProcessState would tell how another process ended.
type ProcessState struct{}

// NewFile knows the standard streams only.
func NewFile(fd uintptr, name string) *File {
	if fd > syscall.Stderr {
		return nil
	}
	return &File{name: name, stream: int(fd)}
}
