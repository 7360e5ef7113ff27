package main

import "fmt"

type Logger interface {
	Logf(format string, args ...any)
	Log(args ...any)
}

type std struct{}

func (std) Logf(format string, args ...any) { fmt.Printf(format, args...) }
func (std) Log(args ...any)                 { fmt.Println(args...) }

type other interface{ Logf(format string, args ...any) }

type unused struct{}

func (unused) Logf(format string, args ...any) {}

func use(l Logger) {
	l.Logf("%d", "x")
	l.Log("%d")
}

func main() {
	var l Logger = std{}
	use(l)
	var o other
	o.Logf("%d", "x")
	use(std{})
}

type sink interface{ Errorf(format string, args ...any) error }

type wrapper struct{ sink }

type file struct{}

func (*file) Errorf(format string, args ...any) error { return fmt.Errorf(format, args...) }

func open() sink { return &file{} }

type multi struct{ loggers []Logger }

func (m multi) Logf(format string, args ...any) {
	for _, l := range m.loggers {
		l.Logf(format, args...)
	}
}

func more() {
	_ = open().Errorf("%w", "x")
	w := wrapper{open()}
	_ = w.Errorf("%d", "x")
	m := multi{[]Logger{std{}}}
	m.Logf("%d", "x")
	list := []other{m}
	list[0].Logf("%d", "x")
}
