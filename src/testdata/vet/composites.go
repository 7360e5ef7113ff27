package main

import (
	"errors"
	"fmt"
	"io"
	"time"
	"unicode"
)

type own struct{ a, b int }

type wrapped time.Month

func main() {
	_ = own{1, 2}
	_ = unicode.Range16{1, 2, 3}
	_ = []own{{1, 2}}
	_ = io.LimitedReader{nil, 1}
	l := []io.LimitedReader{{nil, 3}, {R: nil, N: 4}}
	m := map[string]*io.LimitedReader{"a": {nil, 3}}
	fmt.Println(len(l), len(m), errors.New("x"))
}
