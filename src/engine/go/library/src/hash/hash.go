// Package hash: interfaces of hash functions.
package hash

import "io"

// Hash takes bytes and gives their sum.
type Hash interface {
	io.Writer
	Sum(b []byte) []byte
	Reset()
	Size() int
	BlockSize() int
}

type Hash32 interface {
	Hash
	Sum32() uint32
}

type Hash64 interface {
	Hash
	Sum64() uint64
}

// A Cloner is a hash function whose state can be copied.
type Cloner interface {
	Hash
	Clone() (Cloner, error)
}

// XOF gives as many bytes as are wanted.
type XOF interface {
	io.Writer
	io.Reader
	Reset()
	BlockSize() int
}
