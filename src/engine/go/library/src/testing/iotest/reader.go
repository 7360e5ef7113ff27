// Package iotest has readers and writers that behave as awkwardly as they may.
package iotest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// OneByteReader reads at most one byte at a time.
func OneByteReader(r io.Reader) io.Reader { return &oneByteReader{r} }

type oneByteReader struct{ r io.Reader }

func (r *oneByteReader) Read(p []byte) (int, error) {
	return r.r.Read(p[:min(len(p), 1)])
}

// HalfReader reads half of what is asked for.
func HalfReader(r io.Reader) io.Reader { return &halfReader{r} }

type halfReader struct{ r io.Reader }

func (r *halfReader) Read(p []byte) (int, error) { return r.r.Read(p[:(len(p)+1)/2]) }

// DataErrReader gives the final error together with the last data.
func DataErrReader(r io.Reader) io.Reader { return &dataErrReader{r: r, data: make([]byte, 1024)} }

type dataErrReader struct {
	r      io.Reader
	unread []byte
	data   []byte
	err    error
}

func (r *dataErrReader) Read(p []byte) (n int, err error) {
	for {
		// The reader is always a read ahead, so that its error is known in time.
		if len(r.unread) == 0 && r.err == nil {
			n, err := r.r.Read(r.data)
			r.unread, r.err = r.data[:n], err
		}
		if n > 0 || r.err != nil && len(r.unread) == 0 {
			break
		}
		n = copy(p, r.unread)
		r.unread = r.unread[n:]
	}
	if len(r.unread) == 0 {
		err = r.err
	}
	return n, err
}

// ErrTimeout is what a TimeoutReader gives.
var ErrTimeout = errors.New("timeout")

// TimeoutReader gives ErrTimeout on the second read, and goes on afterwards.
func TimeoutReader(r io.Reader) io.Reader { return &timeoutReader{r, 0} }

type timeoutReader struct {
	r     io.Reader
	count int
}

func (r *timeoutReader) Read(p []byte) (int, error) {
	r.count++
	if r.count == 2 {
		return 0, ErrTimeout
	}
	return r.r.Read(p)
}

// ErrReader only ever gives the error.
func ErrReader(err error) io.Reader { return &errReader{err} }

type errReader struct{ err error }

func (r *errReader) Read(p []byte) (int, error) { return 0, r.err }

// TruncateWriter drops everything after n bytes without saying so.
func TruncateWriter(w io.Writer, n int64) io.Writer { return &truncateWriter{w, n} }

type truncateWriter struct {
	w    io.Writer
	left int64
}

func (t *truncateWriter) Write(p []byte) (int, error) {
	if t.left <= 0 {
		return len(p), nil
	}
	n, err := t.w.Write(p[:min(int64(len(p)), t.left)])
	t.left -= int64(n)
	if err == nil {
		n = len(p)
	}
	return n, err
}

// TestReader reads content from r in several ways and says what is wrong.
func TestReader(r io.Reader, content []byte) error {
	if len(content) > 0 {
		if n, err := r.Read(nil); n != 0 || err != nil {
			return fmt.Errorf("Read(0) = %d, %v, want 0, nil", n, err)
		}
	}
	data, err := io.ReadAll(OneByteReader(r))
	if err != nil {
		return err
	}
	if !bytes.Equal(data, content) {
		return fmt.Errorf("ReadAll(small amounts) = %q\n\twant %q", data, content)
	}
	if n, err := r.Read(make([]byte, 10)); n != 0 || err != io.EOF {
		return fmt.Errorf("Read(10) at EOF = %v, %v, want 0, EOF", n, err)
	}
	if s, ok := r.(io.ReadSeeker); ok {
		return testSeek(s, content)
	}
	if a, ok := r.(io.ReaderAt); ok {
		return testReadAt(a, content)
	}
	return nil
}

func testSeek(r io.ReadSeeker, content []byte) error {
	if off, err := r.Seek(0, 1); off != int64(len(content)) || err != nil {
		return fmt.Errorf("Seek(0, 1) from EOF = %d, %v, want %d, nil", off, err, len(content))
	}
	for _, at := range []int{0, len(content) / 3, len(content)} {
		if off, err := r.Seek(int64(at), 0); off != int64(at) || err != nil {
			return fmt.Errorf("Seek(%d, 0) = %d, %v, want %d, nil", at, off, err, at)
		}
		rest, err := io.ReadAll(r)
		if err != nil {
			return fmt.Errorf("ReadAll from offset %d: %v", at, err)
		}
		if !bytes.Equal(rest, content[at:]) {
			return fmt.Errorf("ReadAll from offset %d = %q\n\twant %q", at, rest, content[at:])
		}
	}
	if a, ok := r.(io.ReaderAt); ok {
		return testReadAt(a, content)
	}
	return nil
}

func testReadAt(r io.ReaderAt, content []byte) error {
	data := make([]byte, len(content))
	n, err := r.ReadAt(data, 0)
	if n != len(data) || err != nil && err != io.EOF {
		return fmt.Errorf("ReadAt(%d, 0) = %v, %v, want %d, nil or EOF", len(data), n, err, len(data))
	}
	if !bytes.Equal(data, content) {
		return fmt.Errorf("ReadAt(%d, 0) = %q\n\twant %q", len(data), data, content)
	}
	if n, err := r.ReadAt(make([]byte, 1), int64(len(content))); n != 0 || err != io.EOF {
		return fmt.Errorf("ReadAt(1, %d) = %v, %v, want 0, EOF", len(content), n, err)
	}
	return nil
}
