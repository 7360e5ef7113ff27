package main

import (
	"fmt"
	"path/filepath"
	"runtime"
)

func where() string {
	_, file, line, _ := runtime.Caller(1)
	return fmt.Sprint(filepath.Base(file), ":", line)
}

func main() {
	/*line grammar.y:100:5*/ fmt.Println(where())
	fmt.Println(where())
//line scanner.l:200
	fmt.Println(where())
	//line indented.go:1
	fmt.Println(where())
	/*line other.go:300*/ fmt.Println(where())
	text := `
//line literal.go:1
`
	fmt.Println(where(), len(text))
//line prog.go:1000
	var values []int
	fmt.Println(values[len(text)])
}
