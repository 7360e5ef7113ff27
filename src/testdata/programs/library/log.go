// log: prefixes, flags and loggers of one's own.
package main

import (
	"bytes"
	"fmt"
	"log"
	"os"
)

func main() {
	log.SetFlags(0)
	log.Print("to stderr", 1, 2, "x")
	log.SetPrefix("app: ")
	log.Printf("%d%%", 50)
	var buf bytes.Buffer
	l := log.New(&buf, "[own] ", log.Lmsgprefix)
	l.Println("kept", true)
	l.SetPrefix("(new) ")
	l.Print("line\n")
	fmt.Printf("%q %q %d\n", buf.String(), l.Prefix(), l.Flags())
	out := log.New(os.Stdout, "", log.Lshortfile)
	out.Println("with file")
	log.SetFlags(log.Lshortfile | log.Lmsgprefix)
	log.Println("short file")
	log.Default().Print("default")
}
