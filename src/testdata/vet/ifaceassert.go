package main

import "io"

type reader interface{ Read() int }

type both interface {
	io.Reader
	Close()
}

type gen[T any] interface{ Read(T) }

func generic[T any](r gen[T]) {
	_, _ = r.(io.Reader)
}

func main() {
	var r io.Reader
	_, _ = r.(reader)
	_ = r.(io.Writer)
	_, _ = r.(both)
	switch r.(type) {
	case reader, io.Writer:
	case io.ReadCloser:
	}
	var c io.Closer
	switch x := c.(type) {
	case both:
		_ = x
	}
	generic[int](nil)
}
