// Package streams is standard output and input for fmt, so that a program that prints need not
// contain all of package os. Invariant: once os is part of a program, its Stdout and Stdin are used.
package streams

import "io"

// Set by package os.
var (
	Output func() io.Writer
	Input  func() io.Reader
)

// Write appends text to the output of file descriptor fd.
func Write(fd int, text string)

// Read takes up to max bytes of standard input; "" at its end.
func Read(max int) string

// WriteOutput is what fmt.Print does with its text.
func WriteOutput(text string) (n int, err error) {
	if Output != nil {
		return io.WriteString(Output(), text)
	}
	Write(1, text)
	return len(text), nil
}

type input struct{}

func (input) Read(b []byte) (n int, err error) {
	if len(b) == 0 {
		return 0, nil
	}
	text := Read(len(b))
	if text == "" {
		return 0, io.EOF
	}
	return copy(b, text), nil
}

// Stdin is what fmt.Scan reads.
func Stdin() io.Reader {
	if Input != nil {
		return Input()
	}
	return input{}
}
