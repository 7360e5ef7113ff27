package main

import (
	"fmt"
	"io"
	"os"
)

func logf(format string, args ...any) {
	fmt.Printf("log: "+format, args...)
}

func printf(format string, args ...any) {
	fmt.Printf(format, args...)
}

func outer(level int, format string, args ...any) {
	if level > 1 {
		printf(format, args...)
	}
}

func printer(args ...any) {
	fmt.Println(args...)
}

func forgot(format string, args ...any) {
	fmt.Printf(format, args)
}

func forgotPrint(args ...any) {
	fmt.Println(args)
}

func changed(format string, args ...any) {
	format = "x" + format
	fmt.Printf(format, args...)
}

func wrapped(format string, args ...any) error {
	return fmt.Errorf(format, args...)
}

type logger struct{ w io.Writer }

func (l *logger) Logf(format string, args ...any) {
	fmt.Fprintf(l.w, format, args...)
}

func (l logger) Log(args ...any) { fmt.Fprint(l.w, args...) }

func fixed(format string, args ...any) { fmt.Printf("%s %v", format, args) }

var global = func(format string, args ...interface{}) { fmt.Printf(format, args...) }

type holder struct{ f func(string, ...any) }

func recursive(n int, format string, args ...any) {
	if n > 0 {
		recursive(n-1, format, args...)
		return
	}
	printf(format, args...)
}

func ints(format string, args ...int) { fmt.Printf(format, args) }

func main() {
	logf("%d", "x")
	printf("%d", "x")
	outer(1, "%s", 1)
	outer(1, "%s", "ok", 2)
	printer("x %d")
	printer("x\n")
	forgot("%d", "x")
	forgotPrint("%d")
	changed("%d", "x")
	_ = wrapped("%w %d", os.ErrNotExist, "x")
	l := &logger{os.Stdout}
	l.Logf("%d", "x")
	l.Log("%d")
	fixed("%d", "x")
	global("%d", "x")
	local := func(format string, args ...any) { l.Logf(format, args...) }
	local("%d", "x")
	h := holder{}
	h.f = func(s string, a ...any) { fmt.Printf(s, a...) }
	h.f("%d", "x")
	recursive(1, "%d", "x")
	ints("%d", 1)
	printf(os.Args[0])
	l.Logf(os.Args[0])
}
