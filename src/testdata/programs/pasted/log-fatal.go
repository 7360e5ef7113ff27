// Errors of a config file, logged, and a fatal one.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"log"
	"os"
	"strings"
)

type Config map[string]string

type ParseError struct {
	Line int
	Err  error
}

func (p *ParseError) Error() string { return fmt.Sprintf("line %d: %v", p.Line, p.Err) }
func (p *ParseError) Unwrap() error { return p.Err }

var errNoEquals = errors.New("missing =")

func parse(s string) (Config, error) {
	c := Config{}
	sc := bufio.NewScanner(strings.NewReader(s))
	sc.Buffer(make([]byte, 8), 32)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimSpace(sc.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		k, v, ok := strings.Cut(line, "=")
		if !ok {
			return c, &ParseError{n, errNoEquals}
		}
		c[strings.TrimSpace(k)] = os.Expand(strings.TrimSpace(v), func(k string) string { return c[k] })
	}
	return c, sc.Err()
}

func main() {
	log.SetFlags(log.Lshortfile | log.Lmsgprefix)
	log.SetPrefix("cfg: ")
	c, err := parse("# comment\nhost = example.org\nurl=http://${host}/$path\n")
	log.Println(c, err)
	_, err = parse("a=1\nbroken\n")
	log.Printf("%v %t", err, errors.Is(err, errNoEquals))
	_, err = parse(strings.Repeat("x", 100) + "=1")
	log.Print(err, " ", errors.Is(err, bufio.ErrTooLong))
	defer fmt.Println("deferred functions do not run")
	lg := log.New(os.Stdout, "[app] ", 0)
	lg.Println("multi\nline")
	func() {
		defer func() { lg.Printf("recovered %q", recover()) }()
		log.Panicf("cannot go on: %d", 7)
	}()
	log.Fatalf("fatal: %v", err)
}
