package main

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"strings"
)

// An endless text: ab repeated.
type endless struct{ n int }

func (e *endless) ReadRune() (r rune, size int, err error) {
	e.n++
	return rune("ab"[e.n%2]), 1, nil
}

func main() {
	for _, pattern := range []string{"ab", "b(a+)b", "^a", "^b", "aba|ab", "(?:ab){3}", `\bb`, "^c", "bab?b", "^$", "(?:ab){200}"} {
		re := regexp.MustCompile(pattern)
		e := &endless{}
		fmt.Println(pattern, re.MatchReader(e), e.n < 420)
		e = &endless{}
		fmt.Println(pattern, re.FindReaderIndex(e), re.FindReaderSubmatchIndex(&endless{}))
	}

	for _, pattern := range []string{"héllo", "l+", "^h", "w.*d", "x", "(h)(é)", "^x"} {
		re := regexp.MustCompile(pattern)
		r := strings.NewReader("héllo wörld, and more")
		fmt.Print(pattern, " ", re.FindReaderSubmatchIndex(r))
		rest, _ := io.ReadAll(r)
		fmt.Printf(" %q\n", rest)
	}
	re := regexp.MustCompilePOSIX("a+|a+b")
	fmt.Println(re.FindReaderIndex(strings.NewReader("xaab")))
	re.Longest()
	fmt.Println(re.MatchReader(bufio.NewReader(strings.NewReader("bbb"))))

	pipe, w := io.Pipe()
	go func() {
		for i := 0; ; i++ {
			if _, err := fmt.Fprintf(w, "line %d\n", i); err != nil {
				return
			}
		}
	}()
	fmt.Println(regexp.MustCompile(`line (\d\d)`).FindReaderSubmatchIndex(bufio.NewReaderSize(pipe, 16)))
	pipe.Close()
}
