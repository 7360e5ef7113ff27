package main

import (
	"fmt"
	"path"
	"runtime"
)

// Libraries that tell where they were called subtract 1 from what Callers gives, because it is where
// the call returns to.
func trace(skip int) {
	pcs := make([]uintptr, 4)
	for _, pc := range pcs[:runtime.Callers(skip+2, pcs)] {
		f := runtime.FuncForPC(pc - 1)
		file, line := f.FileLine(pc - 1)
		fmt.Print(path.Base(file), ":", line, " ", f.Name(), "; ")
	}
	fmt.Println()
}

type logger struct{ prefix string }

func (l logger) print(format string, args ...any) {
	trace(1)
	fmt.Println(l.prefix + fmt.Sprintf(format, args...))
}

func main() {
	trace(0)
	l := logger{"> "}
	l.print("%d",
		1)
	func() {
		defer trace(0)
		l.print("in a closure")
	}()
	pc, _, line, _ := runtime.Caller(0)
	_, again := runtime.FuncForPC(pc).FileLine(pc - 1)
	fmt.Println(line == again)
}
