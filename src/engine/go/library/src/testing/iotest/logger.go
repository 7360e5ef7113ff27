package iotest

import (
	"io"
	"log"
)

// NewWriteLogger logs what is written to w.
func NewWriteLogger(prefix string, w io.Writer) io.Writer { return &writeLogger{prefix, w} }

type writeLogger struct {
	prefix string
	w      io.Writer
}

func (l *writeLogger) Write(p []byte) (n int, err error) {
	n, err = l.w.Write(p)
	logged(l.prefix, p[:n], err)
	return n, err
}

// NewReadLogger logs what is read from r.
func NewReadLogger(prefix string, r io.Reader) io.Reader { return &readLogger{prefix, r} }

type readLogger struct {
	prefix string
	r      io.Reader
}

func (l *readLogger) Read(p []byte) (n int, err error) {
	n, err = l.r.Read(p)
	logged(l.prefix, p[:n], err)
	return n, err
}

func logged(prefix string, data []byte, err error) {
	if err != nil {
		log.Printf("%s %x: %v", prefix, data, err)
		return
	}
	log.Printf("%s %x", prefix, data)
}
