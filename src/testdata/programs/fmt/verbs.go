// vet: printf
package main

import (
	"errors"
	"fmt"
	"math"
	"time"
)

type point struct{ X, Y int }
type inner struct {
	P *point
	S []string
	M map[string]int
	I any
	E error
	f float64
	b []byte
}
type celsius float64

func (c celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }

type secret string

func (s secret) GoString() string { return "secret(***)" }

type failure struct{ code int }

func (f *failure) Error() string { return fmt.Sprint("failure ", f.code) }

type plain string

func (p plain) Error() string { return string(p) }

type boom struct{}

func (boom) String() string { panic("bang") }

type boomError struct{ e error }

func (b boomError) Error() string { panic(b.e) }

type nilSafe struct{ n int }

func (n *nilSafe) String() string { return fmt.Sprint(n.n) }

type custom struct{}

func (custom) Format(s fmt.State, verb rune) {
	w, wok := s.Width()
	p, pok := s.Precision()
	fmt.Fprintf(s, "<%c %d %v %d %v", verb, w, wok, p, pok)
	for _, f := range "+-# 0" {
		if s.Flag(int(f)) {
			fmt.Fprintf(s, " %c", f)
		}
	}
	fmt.Fprintf(s, " %s>", fmt.FormatString(s, verb))
}

type bits uint8
type names []string
type grid [2][2]int
type wrapper struct{ celsius }
type hidden struct {
	c celsius
	C celsius
	e error
	p *nilSafe
}

func main() {
	values := []any{
		0, 1, -42, 1 << 40, int8(-128), uint8(200), uint64(math.MaxUint64), uintptr(255), 'x', '世', rune(0x1F600), rune(-1),
		3.14159, -0.0, math.Copysign(0, -1), 1e21, 1e-7, float32(0.1), math.Inf(1), math.NaN(), 123456789.0, 100000.0, 1e20,
		complex(1, -2.5), complex64(complex(0.5, 1e10)), true, false, "hello", "", "tab\t\"q\" é世\x00\xff", "`back`", []byte("bytes\x01"), [3]byte{1, 2, 255},
		[]int{1, -2, 3}, []int(nil), []string{"a", "b c"}, [2]bool{true}, map[string]int{"z": 1, "a": 2}, map[int]string(nil), map[point]bool{{2, 1}: true, {1, 9}: false},
		point{1, 2}, &point{3, 4}, []point{{5, 6}}, []*point{nil}, struct{}{}, inner{}, celsius(36.6), []celsius{1, 2}, map[celsius]celsius{1: 2}, secret("pw"), []secret{"a"},
		&failure{7}, errors.New("plain"), time.Second, bits(5), names{"n", "m"}, grid{{1, 2}, {3, 4}}, wrapper{20}, hidden{1, 2, plain("x"), nil},
		nil, (*int)(nil), (*point)(nil), (error)(nil), []any{1, "a", nil, 2.5}, map[any]int{"a": 1, 2: 2}, [][]int{{1}, nil, {}}, struct {
			A int
			B any
			C *int
		}{1, nil, nil}, custom{}, boom{}, (*nilSafe)(nil), boomError{plain("inner")}, func() {} == nil,
	}
	formats := []string{"%v", "%+v", "%#v", "%T", "%d", "%s", "%q", "%x", "%X", "%t", "%c", "%U", "%#U", "%b", "%o", "%#o", "%O", "%#x", "%e", "%f", "%g", "%G", "%.2f", "%8.3f", "%-8v|",
		"%8v|", "%08d", "%+d", "% d", "%x", "% x", "%# x", "%+q", "%#q", "%.2s", "%.3v", "%10.1q|", "%-10d|", "%+.3e", "%6.2f%%", "%z", "%!", "%w"}
	for _, f := range formats {
		fmt.Printf("== %q\n", f)
		for _, v := range values {
			fmt.Printf(f, v)
			fmt.Print("; ")
		}
		fmt.Println()
	}
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("%d\n", 1, 2, "three")
	fmt.Printf("%[2]d %[1]d %d\n", 1, 2)
	fmt.Printf("%[3]d %[x]d %[0]d %[2\n", 1, 2)
	fmt.Printf("%*d|%-*d|%.*f|%*d\n", 5, 1, 5, 2, 2, 3.14159, "x", 4)
	fmt.Printf("%[1]*[2]d|%[3]*.[2]*[1]f|\n", 6, 2, 12.0)
	fmt.Printf("%6.2f|%-8s|%08.3f|%+05d|%x|%X|%#08x\n", 3.14159, "ab", -3.14159, 42, "hi there", []byte{1, 171}, 48879)
	fmt.Printf("%5t|%-7t|%5q|%-5c|%05s|%.0f|%.0e\n", true, false, 'x', 'y', "ab", 2.5, 12345.0)
	fmt.Printf("%t %t\n", 1, "x")
	fmt.Printf("100%% %")
	fmt.Println()
	fmt.Println("a", 1, true, nil, 2.0, []int(nil), map[string]int{}, struct{}{}, 'x', errors.New("e"), celsius(3))
	fmt.Print("a", 1, 2, "b", "c", 3.0, nil, nil, '\n', "\n")
	fmt.Print(1, 2, "\n")
	s := fmt.Sprintln("end", 3) + fmt.Sprint() + fmt.Sprint("x", "y") + fmt.Sprint(1, 2)
	fmt.Printf("%q\n", s)
	fmt.Println(string(fmt.Appendf([]byte("> "), "%d-%s", 1, "x")), string(fmt.Append(nil, 1, "a", 2)), string(fmt.Appendln(nil, 1)))
	err := fmt.Errorf("two: %w and %w, %v", errors.New("a"), errors.New("b"), errors.New("c"))
	fmt.Println(err, errors.Unwrap(err) == nil, fmt.Errorf("none"), fmt.Errorf("bad %w", 5), errors.Unwrap(fmt.Errorf("x %w", err)) == err)
	var np *point
	var ni fmt.Stringer
	fmt.Println(np, ni)
	fmt.Printf("%v %+v %s %d\n", np, ni, np, np)
	fmt.Printf("%v %v\n", &[]int{1}, &map[string]int{"a": 1})
	fmt.Printf("%+v %#v\n", &[]point{{1, 2}}, &map[string]point{"a": {1, 2}})
	fmt.Printf("%#v %#v %#v %#v %#v\n", 1.0, float32(2.5), 1e6, 1e21, "q\"")
	fmt.Printf("%#v %#v %#v %#v\n", []any{1, "a", nil}, map[string]any{"k": []int{1}}, [2]string{"a"}, uint8(3))
	fmt.Printf("%x %X %x % X\n", "hello", "hello", 3.5, "abc")
	fmt.Printf("%s %v %d\n", []string{"a"}, []error{errors.New("e")}, []any{1, "x"})
	fmt.Printf("%v %s\n", time.Duration(1500)*time.Millisecond, 2*time.Hour)
	fmt.Printf("%3c|%-3c|%03c|%c\n", 'a', 'b', 'c', 0x4E16)
	fmt.Printf("%+q %#q %q %#+q\n", "é世", "plain", "new\nline", "é`")
	fmt.Printf("%10.3v|%-10.3v|%10v|%+v\n", "abcdef", "abcdef", 3.5, -1)
	fmt.Printf("%s|%v|%d\n", bits(1), []bits{1, 2}, map[bits]names{1: {"x"}})
	fmt.Printf("%6d|%-6d|%06d|%x\n", []int{1, -2}, []int{3}, []int{-4}, []int{10, 11})
	fmt.Printf("%.3s|%.10s|%.0s|%5.1s|\n", "日本語文", "ab", "x", "yz")
}
