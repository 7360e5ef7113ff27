package main

import (
	"fmt"
	"log"
	"os"
)

const format = "%d %d"

func main() {
	args := []any{1, 2}
	fmt.Printf("%d")
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("%d\n", 1, 2)
	fmt.Printf("none", 1)
	fmt.Printf("none")
	fmt.Printf("%d%%", 1, 2, 3)
	fmt.Printf(format, 1)
	fmt.Printf("%"+"d", 1, 2)
	fmt.Printf("%s é %d 日本 %s", "a", 1)
	fmt.Printf("\t\x41\u00e9\n%s", 1)
	fmt.Printf(`raw %d`, "x")
	fmt.Printf("%d %d", args...)
	fmt.Printf("%d", args...)
	fmt.Printf("%[2]d %[1]d", 1, 2, 3)
	fmt.Printf("%[3]d", 1, 2)
	fmt.Printf("%[x]d", 1)
	fmt.Printf("%[1]", 1)
	fmt.Printf("%[1d", 1)
	fmt.Printf("%[0]d", 1)
	fmt.Printf("%*d", 3, 4)
	fmt.Printf("%*d", "x", 4)
	fmt.Printf("%.*f", 3, 4.5)
	fmt.Printf("%.*f", 3)
	fmt.Printf("%[2]*[1]d", 3, 4)
	fmt.Printf("%-*.*s|", 3, 4, "x", 5)
	fmt.Printf("%z", 1)
	fmt.Printf("%!", 1)
	fmt.Printf("%", 1)
	fmt.Printf("%d %", 1)
	fmt.Printf("%#d %+s", 1, "x")
	fmt.Printf("%+d % d %05d %-5d|", 1, 2, 3, 4)
	fmt.Printf("%#s", "x")
	fmt.Printf("%w", fmt.Errorf("x"))
	fmt.Fprintf(os.Stdout, "%d", "x")
	_ = fmt.Sprintf("%s", 1)
	_ = fmt.Errorf("%w %w %d", fmt.Errorf("a"), fmt.Errorf("b"), "c")
	_ = fmt.Errorf("%w", "x")
	_ = fmt.Appendf(nil, "%d", "x")
	log.Printf("%d", "x")
	log.Fatalf("%s", 1)
	log.New(os.Stderr, "", 0).Printf("%d %d", 1)
}
