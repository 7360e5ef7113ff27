package main

import (
	"fmt"
	"io"
)

type T struct{}

func (T) ReadByte() byte                        { return 0 }
func (T) WriteByte(b byte) error                { return nil }
func (T) Seek(offset int64, whence int) int64   { return 0 }
func (T) Scan(x fmt.ScanState, c byte)          {}
func (T) Format(s string) string                { return s }
func (T) WriteTo(w io.Writer) (int, error)      { return 0, nil }
func (T) ReadFrom(r string) error               { return nil }
func (T) UnreadRune()                           {}
func (T) MarshalJSON() (string, error)          { return "", nil }
func (T) Is(string) bool                        { return true }

type E struct{}

func (E) Error() string     { return "" }
func (E) Is(s string) bool  { return false }
func (E) As(t any) bool     { return false }
func (E) Unwrap() []string  { return nil }

type M struct{ error }

func (M) Unwrap() []error          { return nil }
func (M) As(t interface{}) (b int) { return 0 }

type I interface {
	ReadRune() rune
	Seek(int) int64
	Unwrap() string
}

func main() {
	fmt.Println(T{}, E{}, M{})
}
