// How bufio and io hand reading and writing on to what can do it itself, and what they do then.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// ends says what is called on it, and is a reader and a writer of all kinds.
type ends struct {
	text string
}

func (e *ends) Write(p []byte) (int, error) {
	fmt.Printf("Write(%q)\n", p)
	return len(p), nil
}

func (e *ends) WriteString(s string) (int, error) {
	fmt.Printf("WriteString(%q)\n", s)
	return len(s), nil
}

func (e *ends) ReadFrom(r io.Reader) (int64, error) {
	all, err := io.ReadAll(r)
	fmt.Printf("ReadFrom %q %v\n", all, err)
	return int64(len(all)), err
}

type plainWriter struct{ w io.Writer }

func (p plainWriter) Write(b []byte) (int, error) { return p.w.Write(b) }

// wanted gives its error together with its last bytes.
type wanted struct{}

func (wanted) Read(p []byte) (int, error) { return copy(p, "hello"), errors.New("late") }

type nothing struct{}

func (nothing) Read(p []byte) (int, error) { return 0, nil }

type negative struct{}

func (negative) Read(p []byte) (int, error) { return -1, nil }

func try(name string, f func()) {
	defer func() { fmt.Println(name, "panics:", recover()) }()
	f()
}

func main() {
	w := bufio.NewWriterSize(&ends{}, 16)
	w.WriteString("short ")
	w.WriteString("and longer than the buffer")
	w.WriteString("long enough to go past the buffer")
	w.WriteRune('é')
	w.Write([]byte("0123456789ab"))
	w.WriteRune('世')
	fmt.Println(w.Buffered(), w.Available())
	fmt.Println(w.ReadFrom(strings.NewReader("taken over")))
	fmt.Println(w.ReadFrom(strings.NewReader("taken over")))
	w.Flush()

	p := bufio.NewWriterSize(plainWriter{&ends{}}, 16)
	p.WriteString("a string for a writer of bytes only")
	fmt.Println(p.ReadFrom(strings.NewReader("more than sixteen bytes, read piece by piece")))
	fmt.Println(p.ReadFrom(nothing{}))
	p.Reset(p)
	p.Flush()

	r := bufio.NewReaderSize(strings.NewReader("begin|and the rest of it"), 16)
	r.ReadString('|')
	fmt.Println(r.WriteTo(&ends{}))
	fmt.Println(bufio.NewReaderSize(io.LimitReader(strings.NewReader("limited"), 5), 16).WriteTo(plainWriter{&ends{}}))
	try("bufio.Reader.Read", func() { bufio.NewReader(negative{}).Read(make([]byte, 8)) })
	try("bufio.Reader.ReadByte", func() { bufio.NewReader(negative{}).ReadByte() })

	fmt.Println(io.CopyN(io.Discard, wanted{}, 5))
	fmt.Println(io.CopyN(io.Discard, wanted{}, 4))
	fmt.Println(io.CopyN(io.Discard, wanted{}, 6))

	nested := io.MultiReader(strings.NewReader("one "), io.MultiReader(strings.NewReader("two "), strings.NewReader("three")))
	_, ok := nested.(io.WriterTo)
	fmt.Println(ok)
	fmt.Println(io.Copy(plainWriter{&ends{}}, nested))
	io.WriteString(io.MultiWriter(&ends{}, io.MultiWriter(plainWriter{&ends{}}, &ends{})), "to all")

	const most = int(^uint(0) >> 1)
	try("strings.Repeat", func() { strings.Repeat("-", most) })
	try("strings.Repeat", func() { strings.Repeat("--", most) })
	try("bytes.Repeat", func() { bytes.Repeat([]byte("--"), most) })
	fmt.Printf("%q\n", strings.Repeat("", most))
	try("Buffer.Grow", func() { bytes.NewBuffer(make([]byte, 1)).Grow(most) })
	try("Buffer.Grow", func() { bytes.NewBuffer(nil).Grow(-1) })

	var b bytes.Buffer
	for _, size := range []int{10, 60, 200, 700, 5000} {
		b.Write(make([]byte, size))
		fmt.Print(b.Cap(), " ", b.Available(), ", ")
	}
	b.Next(5900)
	b.WriteString(strings.Repeat("x", 900))
	fmt.Println(b.Len(), b.Cap(), b.Available())
	fmt.Println(b.ReadFrom(strings.NewReader(strings.Repeat("y", 3000))))
	fmt.Println(b.Len(), b.Cap())

	for _, r := range "iIkKſK\u0130\u0131\u1f80\u1f88\u1fb3\u1fbe\u0390\ufb05" {
		fmt.Printf("%U %U %U %U %U, ", r, unicode.ToUpper(r), unicode.ToLower(r), unicode.ToTitle(r), unicode.SimpleFold(r))
	}
	fmt.Println(unicode.IsGraphic(-1), unicode.IsPrint(-1<<31), unicode.SimpleFold(-42))
}
