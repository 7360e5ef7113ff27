package bytes

import (
	"io"
	"strings"
)

// A Reader reads from a byte slice, which must not change meanwhile.
type Reader struct {
	strings.Reader
}

func NewReader(b []byte) *Reader {
	r := new(Reader)
	r.Reader.Reset(string(b))
	return r
}

func (r *Reader) Reset(b []byte) { r.Reader.Reset(string(b)) }

var _ io.ReadSeeker = (*Reader)(nil)
