package io

import "sync"

// pipe joins a PipeReader and a PipeWriter: a write waits until readers took all of it.
type pipe struct {
	writing sync.Mutex
	data    chan []byte
	taken   chan int
	once    sync.Once
	done    chan struct{}

	errors     sync.Mutex
	readError  error
	writeError error
}

func (p *pipe) read(b []byte) (n int, err error) {
	select {
	case <-p.done:
		return 0, p.errorForReader()
	default:
	}
	select {
	case data := <-p.data:
		n = copy(b, data)
		p.taken <- n
		return n, nil
	case <-p.done:
		return 0, p.errorForReader()
	}
}

func (p *pipe) write(b []byte) (n int, err error) {
	select {
	case <-p.done:
		return 0, p.errorForWriter()
	default:
		p.writing.Lock()
		defer p.writing.Unlock()
	}
	for first := true; first || len(b) > 0; first = false {
		select {
		case p.data <- b:
			count := <-p.taken
			b = b[count:]
			n += count
		case <-p.done:
			return n, p.errorForWriter()
		}
	}
	return n, nil
}

func (p *pipe) close() { p.once.Do(func() { close(p.done) }) }

func (p *pipe) closeRead(err error) {
	if err == nil {
		err = ErrClosedPipe
	}
	p.errors.Lock()
	if p.readError == nil {
		p.readError = err
	}
	p.errors.Unlock()
	p.close()
}

func (p *pipe) closeWrite(err error) {
	if err == nil {
		err = EOF
	}
	p.errors.Lock()
	if p.writeError == nil {
		p.writeError = err
	}
	p.errors.Unlock()
	p.close()
}

func (p *pipe) errorForReader() error {
	p.errors.Lock()
	defer p.errors.Unlock()
	if p.readError == nil && p.writeError != nil {
		return p.writeError
	}
	return ErrClosedPipe
}

func (p *pipe) errorForWriter() error {
	p.errors.Lock()
	defer p.errors.Unlock()
	if p.writeError == nil && p.readError != nil {
		return p.readError
	}
	return ErrClosedPipe
}

// A PipeReader is the read half of a pipe.
type PipeReader struct{ pipe }

func (r *PipeReader) Read(data []byte) (n int, err error) { return r.pipe.read(data) }
func (r *PipeReader) Close() error                        { return r.CloseWithError(nil) }
func (r *PipeReader) CloseWithError(err error) error {
	r.pipe.closeRead(err)
	return nil
}

// A PipeWriter is the write half of a pipe.
type PipeWriter struct{ r PipeReader }

func (w *PipeWriter) Write(data []byte) (n int, err error) { return w.r.pipe.write(data) }
func (w *PipeWriter) Close() error                         { return w.CloseWithError(nil) }
func (w *PipeWriter) CloseWithError(err error) error {
	w.r.pipe.closeWrite(err)
	return nil
}

// Pipe makes a synchronous in-memory pipe.
func Pipe() (*PipeReader, *PipeWriter) {
	pw := &PipeWriter{r: PipeReader{pipe: pipe{
		data:  make(chan []byte),
		taken: make(chan int),
		done:  make(chan struct{}),
	}}}
	return &pw.r, pw
}
