// A type switch picks by dynamic type; a case with several types keeps the interface.
package main

import (
	"errors"
	"fmt"
)

type celsius float64
type stringer interface{ String() string }

func (c celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }

func describe(v any) string {
	switch x := v.(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprintf("integer %v (%T)", x, x)
	case string:
		return fmt.Sprintf("string of %d bytes", len(x))
	case []int:
		return fmt.Sprintf("slice with sum %d", sum(x))
	case map[string]int:
		return fmt.Sprintf("map of %d", len(x))
	case func(int) int:
		return fmt.Sprint("func gives ", x(20))
	case stringer:
		return "stringer " + x.String()
	case error:
		return "error " + x.Error()
	case *int:
		return fmt.Sprint("pointer to ", *x)
	case struct{ A int }:
		return fmt.Sprint("struct with ", x.A)
	case chan int:
		return fmt.Sprint("channel of capacity ", cap(x))
	default:
		return fmt.Sprintf("something else: %T", x)
	}
}

func sum(list []int) (total int) {
	for _, n := range list {
		total += n
	}
	return
}

func main() {
	n := 5
	values := []any{nil, 1, int64(2), int8(3), "four", []int{1, 2, 3}, map[string]int{"a": 1},
		func(i int) int { return i + 1 }, celsius(21.5), errors.New("bad"), &n, struct{ A int }{9},
		make(chan int, 3), 2.5, [2]bool{}, true, 'x'}
	for _, v := range values {
		fmt.Println(describe(v))
	}
	switch any(n).(type) {
	case string:
		fmt.Println("no")
	case int:
		fmt.Println("int without a name")
	}
}
