// runtime: goroutines, callers and processors.
package main

import (
	"fmt"
	"path"
	"runtime"
	"strings"
)

func where() string {
	_, file, line, ok := runtime.Caller(1)
	return fmt.Sprint(path.Base(file), ":", line, " ", ok)
}

func main() {
	fmt.Println(where(), runtime.GOARCH != "", runtime.GOOS != "", strings.HasPrefix(runtime.Version(), "go1."))
	fmt.Println(runtime.NumCPU() > 0, runtime.GOMAXPROCS(0) > 0, runtime.NumGoroutine())
	pc, _, _, _ := runtime.Caller(0)
	fmt.Println(runtime.FuncForPC(pc).Name())
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Println(m.Sys > 0, m.NumGC == 0)
}
