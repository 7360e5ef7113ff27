package main

import (
	"fmt"
	"log"
	"os"
)

func f() {}

type s struct{}

func (s) String() string { return "" }

const text = "100%\n"

func main() {
	x := 1
	fmt.Println("hello\n")
	fmt.Println("%d", x)
	fmt.Print("%d\n", x)
	fmt.Println("100%")
	fmt.Println("http://x/%20y", "%20")
	fmt.Println(x, text)
	fmt.Println(os.Stdout, "x")
	fmt.Println(f)
	fmt.Println(f, s.String, s{})
	fmt.Fprintln(os.Stderr, "%s", x)
	fmt.Fprint(os.Stderr, "a\n")
	fmt.Println("50% done", "%v")
	fmt.Println("50 % done %-5.2f")
	log.Println("x\n")
	log.Print("%v")
	log.Panic("%5d", 1)
	_ = fmt.Sprintln("a", "b\n")
	_ = fmt.Sprint("%[1]d")
	_ = fmt.Sprint("%*d", 1, 2)
	fmt.Println()
	fmt.Println(fmt.Println)
	args := []any{"a\n"}
	fmt.Println(args...)
}
