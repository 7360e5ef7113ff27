// Goroutines report values or errors over one channel of structs.
package main

import (
	"errors"
	"fmt"
	"sort"
	"strconv"
)

type answer struct {
	text  string
	value int
	err   error
}

func parse(texts ...string) <-chan answer {
	out := make(chan answer)
	go func() {
		defer close(out)
		for _, text := range texts {
			v, err := strconv.Atoi(text)
			out <- answer{text, v, err}
		}
	}()
	return out
}

func main() {
	var good []int
	var bad []error
	for a := range parse("3", "x", "1", "99999999999999999999", "-2") {
		if a.err != nil {
			bad = append(bad, a.err)
			continue
		}
		good = append(good, a.value)
	}
	sort.Ints(good)
	fmt.Println(good)
	for _, err := range bad {
		var num *strconv.NumError
		fmt.Println(errors.As(err, &num), num.Func, num.Num, num.Err, errors.Is(err, strconv.ErrRange), errors.Is(err, strconv.ErrSyntax))
	}
}
