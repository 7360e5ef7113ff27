package main

import (
	"encoding/ascii85"
	"encoding/pem"
	"fmt"
	"io"
	"os"
	"strings"
	"text/scanner"
	"unicode"
)

const source = `// a comment
if x_1 >= 0x2a_b + 1.5e3 { // another
	say("hi\n", 'c', ` + "`raw`" + `)
}
bad 09 1__2 "open`

func main() {
	var s scanner.Scanner
	s.Init(strings.NewReader(source))
	s.Filename = "example"
	s.Error = func(s *scanner.Scanner, msg string) { fmt.Println("error:", s.Pos(), msg) }
	for tok := s.Scan(); tok != scanner.EOF; tok = s.Scan() {
		fmt.Println(s.Position, scanner.TokenString(tok), s.TokenText())
	}
	fmt.Println(s.ErrorCount, "errors")

	s.Init(strings.NewReader("%var1 var2%\n\tpercent% # shell"))
	s.Mode = scanner.ScanIdents
	s.Whitespace ^= 1<<'\t' | 1<<'\n'
	s.IsIdentRune = func(ch rune, i int) bool {
		return ch == '%' && i == 0 || unicode.IsLetter(ch) || unicode.IsDigit(ch) && i > 0
	}
	for tok := s.Scan(); tok != scanner.EOF; tok = s.Scan() {
		fmt.Printf("%s: %q\n", s.Position, s.TokenText())
	}

	block := &pem.Block{Type: "MESSAGE", Headers: map[string]string{"Animal": "Gopher", "Proc-Type": "4,X"}, Bytes: []byte(source)}
	pem.Encode(os.Stdout, block)
	text := append([]byte("before\n"), pem.EncodeToMemory(block)...)
	found, rest := pem.Decode(append(text, "after"...))
	fmt.Printf("%s %v %t %q\n", found.Type, found.Headers, string(found.Bytes) == source, rest)
	fmt.Println(pem.Encode(io.Discard, &pem.Block{Headers: map[string]string{"a:b": ""}}))

	w := ascii85.NewEncoder(os.Stdout)
	io.WriteString(w, source)
	w.Close()
	back, err := io.ReadAll(ascii85.NewDecoder(strings.NewReader("87cUR\nD]o z ~")))
	fmt.Printf("\n%q %v\n", back, err)
}
