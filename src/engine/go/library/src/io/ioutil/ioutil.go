// Package ioutil: former names of functions of io and os.
package ioutil

import (
	"io"
	"os"
)

var Discard io.Writer = io.Discard

func ReadAll(r io.Reader) ([]byte, error)      { return io.ReadAll(r) }
func ReadFile(filename string) ([]byte, error) { return os.ReadFile(filename) }
func NopCloser(r io.Reader) io.ReadCloser      { return io.NopCloser(r) }
