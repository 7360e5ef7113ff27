package os

import (
	"sync"
	"syscall"
)

// pipeSize is what Linux keeps of a pipe before a writer waits.
const pipeSize = 65536

type pipe struct {
	mu     sync.Mutex
	change sync.Cond
	data   []byte
	// By stream: 0 the end that reads, 1 the end that writes.
	closed [2]bool
}

// Pipe joins two files: what is written to w is read from r.
func Pipe() (r *File, w *File, err error) {
	p := &pipe{}
	p.change.L = &p.mu
	r = &File{name: "|0", pipe: p, stream: syscall.Stdin}
	w = &File{name: "|1", pipe: p, stream: syscall.Stdout}
	return r, w, nil
}

// read gives 0 when there is nothing and never will be.
func (p *pipe) read(b []byte) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	for len(p.data) == 0 && !p.closed[0] && !p.closed[1] {
		p.change.Wait()
	}
	n := copy(b, p.data)
	p.data = p.data[n:]
	p.change.Broadcast()
	return n
}

func (p *pipe) write(b []byte) (n int, errno syscall.Errno) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for n < len(b) {
		if p.closed[0] || p.closed[1] {
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
	return n, 0
}

func (p *pipe) close(end int) {
	p.mu.Lock()
	p.closed[end] = true
	p.change.Broadcast()
	p.mu.Unlock()
}
