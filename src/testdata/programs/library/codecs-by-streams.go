// What base32 and base64 read and write at a time, and where they say a text is wrong; tabwriter's
// panics, flags that panic, and loggers that are changed while they write.
package main

import (
	"encoding/base32"
	"encoding/base64"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
	"text/tabwriter"
)

type chunks struct{ n int }

func (c *chunks) Write(p []byte) (int, error) {
	fmt.Print(len(p), " ")
	if c.n--; c.n == 0 {
		return 0, errors.New("full")
	}
	return len(p), nil
}

type pieces []string

func (s *pieces) Read(p []byte) (int, error) {
	if len(*s) == 0 {
		return 0, errors.New("torn")
	}
	n := copy(p, (*s)[0])
	*s = (*s)[1:]
	return n, nil
}

// blank gives an error together with nothing but newlines.
type blank struct{}

func (blank) Read(p []byte) (int, error) { return copy(p, "\n\n"), errors.New("blank") }

func readAll(r io.Reader, size int) {
	buf := make([]byte, size)
	for range 12 {
		n, err := r.Read(buf)
		fmt.Printf("%q %v; ", buf[:n], err)
		if err != nil {
			break
		}
	}
	fmt.Println()
}

type fussy struct{ limit int }

func (f *fussy) String() string {
	if f.limit == 0 {
		panic("no limit")
	}
	return fmt.Sprint(f.limit)
}
func (f *fussy) Set(s string) error { f.limit = len(s); return nil }

type selfLogger struct{ l *log.Logger }

func (s selfLogger) String() string { s.l.Print("inner ", s.l.Prefix()); return "outer" }

type curious struct{ l *log.Logger }

func (c curious) Write(p []byte) (int, error) {
	fmt.Printf("%d %q: %s", c.l.Flags(), c.l.Prefix(), p)
	return len(p), nil
}

type broken struct{}

func (broken) Write(p []byte) (int, error) { panic("cannot write") }

func main() {
	for _, size := range []int{1, 2, 4, 1000} {
		e := base64.NewEncoder(base64.StdEncoding, &chunks{n: 4})
		n, err := e.Write(make([]byte, size))
		m, err2 := e.Write(make([]byte, size))
		fmt.Println(n, err, m, err2, e.Close())
		e = base32.NewEncoder(base32.StdEncoding, &chunks{n: 4})
		n, err = e.Write(make([]byte, size))
		m, err2 = e.Write(make([]byte, size))
		fmt.Println(n, err, m, err2, e.Close())
	}
	for _, size := range []int{0, 1, 4, 100} {
		readAll(base64.NewDecoder(base64.StdEncoding, strings.NewReader("aGVs\nbG8h\r\n")), size)
		readAll(base64.NewDecoder(base64.RawStdEncoding, strings.NewReader("aGVsbG8")), size)
		readAll(base64.NewDecoder(base64.StdEncoding, &pieces{"aGV", "sbG", "8"}), size)
		readAll(base32.NewDecoder(base32.StdEncoding, strings.NewReader("NBSW\nY3DP")), size)
		readAll(base32.NewDecoder(base32.StdEncoding, &pieces{"\n\n", "MY======"}), size)
		readAll(base32.NewDecoder(base32.StdEncoding, &pieces{"NRSWC43", "VOJSS4===", "MY======"}), size)
	}
	readAll(base32.NewDecoder(base32.StdEncoding, blank{}), 8)
	for _, s := range []string{"WvLTlMrX9NpYDQlEIFlnDB==", "AAA=", "AAB=", "AB==", "AB=\n=", "AB==x", "AB=x", "A", "AB", "A===", "AAAAA"} {
		_, err := base64.StdEncoding.Strict().DecodeString(s)
		_, raw := base64.RawStdEncoding.Strict().DecodeString(s)
		fmt.Println(err, "|", raw)
	}

	flags := flag.NewFlagSet("program", flag.ContinueOnError)
	flags.SetOutput(os.Stdout)
	flags.String("zero", "0", "text")
	flags.Duration("wait", 0, "time")
	flags.Var(&fussy{3}, "fussy", "value")
	fmt.Println(flags.Set("later", "1"))
	flags.PrintDefaults()
	func() {
		defer func() { fmt.Println(strings.HasPrefix(fmt.Sprint(recover()), "flag later set at ")) }()
		flags.Int("later", 2, "number")
	}()

	l := log.New(os.Stdout, "a: ", 0)
	l.Print(selfLogger{l})
	l.SetPrefix("\n")
	l.Output(0, "")
	l.SetPrefix("")
	l.Output(0, "")
	l.SetOutput(curious{l})
	l.SetPrefix("p: ")
	l.Println("while writing")
	l.SetOutput(io.Discard)
	l.Print(selfLogger{nil})

	for _, write := range []func(w *tabwriter.Writer){
		func(w *tabwriter.Writer) { io.WriteString(w, "a\n\n") },
		func(w *tabwriter.Writer) { io.WriteString(w, "a"); w.Flush() },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			write(tabwriter.NewWriter(broken{}, 0, 8, 1, ' ', 0))
		}()
	}
}
