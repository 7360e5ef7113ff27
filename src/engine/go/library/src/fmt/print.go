// Package fmt: formatted output. Formatting itself is native; what calls the user's methods or
// writers, and the error types of Errorf, are Go.
package fmt

import (
	"internal/streams"
	"io"
)

// State is what a Formatter prints to.
type State interface {
	Write(b []byte) (n int, err error)
	Width() (wid int, ok bool)
	Precision() (prec int, ok bool)
	Flag(c int) bool
}

// Formatter is implemented by values with their own formatting.
type Formatter interface {
	Format(f State, verb rune)
}

// Stringer is implemented by values that say how they print.
type Stringer interface {
	String() string
}

// GoStringer is implemented by values that say how they print under %#v.
type GoStringer interface {
	GoString() string
}

// formatCall is how the natives call a Formatter: what it wrote to a state with these flags.
type formatCall func(f Formatter, width, precision int, flags string, verb rune) string

func sprint(call formatCall, a []any) string
func sprintln(call formatCall, a []any) string
func sprintf(call formatCall, format string, a []any) string

// sprintfWrapped also returns the indices of the operands of %w.
func sprintfWrapped(call formatCall, format string, a []any) (string, []int)

type state struct {
	text             []byte
	width, precision int
	flags            string
}

func (s *state) Write(b []byte) (int, error) {
	s.text = append(s.text, b...)
	return len(b), nil
}

func (s *state) WriteString(text string) (int, error) {
	s.text = append(s.text, text...)
	return len(text), nil
}

func (s *state) Width() (int, bool) {
	if s.width < 0 {
		return 0, false
	}
	return s.width, true
}

func (s *state) Precision() (int, bool) {
	if s.precision < 0 {
		return 0, false
	}
	return s.precision, true
}

func (s *state) Flag(c int) bool {
	for i := 0; i < len(s.flags); i++ {
		if int(s.flags[i]) == c {
			return true
		}
	}
	return false
}

func callFormatter(f Formatter, width, precision int, flags string, verb rune) string {
	s := &state{width: width, precision: precision, flags: flags}
	f.Format(s, verb)
	return string(s.text)
}

// FormatString rebuilds the directive that state and verb stand for.
func FormatString(state State, verb rune) string {
	text := "%"
	for _, c := range " +-#0" {
		if state.Flag(int(c)) {
			text += string(c)
		}
	}
	if w, ok := state.Width(); ok {
		text += Sprint(w)
	}
	if p, ok := state.Precision(); ok {
		text += "." + Sprint(p)
	}
	return text + string(verb)
}

func Sprint(a ...any) string                 { return sprint(callFormatter, a) }
func Sprintln(a ...any) string               { return sprintln(callFormatter, a) }
func Sprintf(format string, a ...any) string { return sprintf(callFormatter, format, a) }

func Print(a ...any) (n int, err error)   { return streams.WriteOutput(sprint(callFormatter, a)) }
func Println(a ...any) (n int, err error) { return streams.WriteOutput(sprintln(callFormatter, a)) }
func Printf(format string, a ...any) (n int, err error) {
	return streams.WriteOutput(sprintf(callFormatter, format, a))
}

func Fprint(w io.Writer, a ...any) (n int, err error) {
	return w.Write([]byte(sprint(callFormatter, a)))
}

func Fprintln(w io.Writer, a ...any) (n int, err error) {
	return w.Write([]byte(sprintln(callFormatter, a)))
}

func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	return w.Write([]byte(sprintf(callFormatter, format, a)))
}

func Append(b []byte, a ...any) []byte   { return append(b, sprint(callFormatter, a)...) }
func Appendln(b []byte, a ...any) []byte { return append(b, sprintln(callFormatter, a)...) }
func Appendf(b []byte, format string, a ...any) []byte {
	return append(b, sprintf(callFormatter, format, a)...)
}
