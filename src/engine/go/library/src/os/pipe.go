package os

import (
	"sync"
	"syscall"
	"time"
)

// pipeSize is what Linux keeps of a pipe before a writer waits.
const pipeSize = 65536

type pipe struct {
	mu     sync.Mutex
	change sync.Cond
	data   []byte
	// By stream: 0 the end that reads, 1 the end that writes.
	closed [2]bool
	// When waiting ends, if not zero, and what wakes those who wait then.
	deadlines [2]time.Time
	timers    [2]*time.Timer
}

// Pipe joins two files: what is written to w is read from r.
func Pipe() (r *File, w *File, err error) {
	p := &pipe{}
	p.change.L = &p.mu
	r = &File{name: "|0", pipe: p, stream: syscall.Stdin}
	w = &File{name: "|1", pipe: p, stream: syscall.Stdout}
	return r, w, nil
}

// setDeadline is about reading from end 0, about writing to end 1; a zero time is none.
func (p *pipe) setDeadline(end int, t time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if timer := p.timers[end]; timer != nil {
		timer.Stop()
		p.timers[end] = nil
	}
	p.deadlines[end] = t
	if !t.IsZero() {
		p.timers[end] = time.AfterFunc(time.Until(t), p.wake)
	}
	p.change.Broadcast()
}

func (p *pipe) wake() {
	p.mu.Lock()
	p.change.Broadcast()
	p.mu.Unlock()
}

func (p *pipe) isLate(end int) bool {
	deadline := p.deadlines[end]
	return !deadline.IsZero() && !time.Now().Before(deadline)
}

// read gives 0 when there is nothing and never will be.
func (p *pipe) read(b []byte) (n int, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for {
		switch {
		case p.closed[0]:
			return 0, ErrClosed
		case p.isLate(0):
			return 0, ErrDeadlineExceeded
		case len(p.data) > 0 || p.closed[1]:
			n := copy(b, p.data)
			p.data = p.data[n:]
			p.change.Broadcast()
			return n, nil
		}
		p.change.Wait()
	}
}

func (p *pipe) write(b []byte) (n int, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for n < len(b) {
		switch {
		case p.closed[1]:
			return n, ErrClosed
		case p.isLate(1):
			return n, ErrDeadlineExceeded
		case p.closed[0]:
			return n, syscall.EPIPE
		}
		room := min(pipeSize-len(p.data), len(b)-n)
		if room == 0 {
			p.change.Wait()
			continue
		}
		p.data = append(p.data, b[n:n+room]...)
		n += room
		p.change.Broadcast()
	}
	return n, nil
}

func (p *pipe) close(end int) {
	p.mu.Lock()
	p.closed[end] = true
	p.change.Broadcast()
	p.mu.Unlock()
}
