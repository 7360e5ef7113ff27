// vet: printf

package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"
)

type Weekday uint8

const (
	_  = iota
	KB = 1 << (10 * iota)
	MB
	_
	TB
)

const (
	Mon Weekday = iota + 1
	Tue
	Wed
)

func (d *Weekday) UnmarshalText(b []byte) error {
	for i, n := range []string{"mon", "tue", "wed"} {
		if strings.EqualFold(n, string(b)) {
			*d = Weekday(i + 1)
			return nil
		}
	}
	return fmt.Errorf("weekday %q unknown", b)
}

type Animal interface {
	Name() string
	Sound() string
}
type Base struct{ name string }

func (b Base) Name() string     { return b.name }
func (b *Base) Rename(n string) { b.name = n }
func (b Base) String() string   { return "Base(" + b.name + ")" }

type Dog struct {
	Base
	Age int
}

func (d Dog) Sound() string { return "Woof" }

type Loud struct{ Animal }

func (l Loud) Sound() string { return strings.ToUpper(l.Animal.Sound()) + "!" }

type Grid [3][4]rune

func (g *Grid) Fill(r rune) *Grid {
	for i := range g {
		for j := range g[i] {
			g[i][j] = r + rune(i*len(g[i])+j)
		}
	}
	return g
}

func named() (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
			n *= 2
		}
	}()
	defer func() { n++ }()
	n = 10
	var a []int
	return a[n], nil
}

func labels() string {
	var sb strings.Builder
outer:
	for i := 0; ; i++ {
		switch {
		case i == 1:
			continue outer
		case i > 4:
			break outer
		case i == 3:
			fallthrough
		case i == 100:
			fmt.Fprintf(&sb, "[%d]", i)
		default:
			for j := range 10 {
				if j == i {
					continue outer
				}
				sb.WriteString(fmt.Sprint(j))
			}
		}
	}
	i := 0
again:
	if i++; i < 3 {
		goto again
	}
	return sb.String() + fmt.Sprint(i)
}

type List[T fmt.Stringer] []T

func (l List[T]) Join(sep string) string {
	s := make([]string, len(l))
	for i, x := range l {
		s[i] = x.String()
	}
	return strings.Join(s, sep)
}

type errTimeout struct{ op string }

func (e errTimeout) Error() string   { return e.op + ": timeout" }
func (e errTimeout) Is(t error) bool { return t == os.ErrDeadlineExceeded }

func main() {
	fmt.Println(KB, MB, TB, Mon, Wed)
	var d Weekday
	n, err := fmt.Sscanf("wed 3 0x1f abc", "%v %d %v %3s", new(string), &n0, &n1, new(string))
	fmt.Println(n, err, n0, n1, d.UnmarshalText([]byte("TUE")), d, d.UnmarshalText([]byte("x")))
	dog := Dog{Base{"Rex"}, 3}
	l := Loud{dog}
	dog.Rename("Max")
	f := dog.Name
	g := (*Base).Rename
	g(&dog.Base, "Tom")
	fmt.Println(l.Name(), l.Sound(), f(), dog.Name(), dog, &dog, []any{dog, &dog.Base, l})
	fmt.Printf("%v %+v %#v %T\n", dog, dog, dog, l)
	var gr Grid
	fmt.Printf("%c %d %q\n", gr.Fill('a')[1], len(gr), gr[2][1:3])
	h := gr
	h[0][0] = 'Z'
	fmt.Println(gr == h, gr != Grid{}, string(h[0][:]))
	fmt.Println(named())
	fmt.Println(labels())
	fmt.Println(List[Base]{{"a"}, {"b"}}.Join("+"))
	e := fmt.Errorf("wrap: %w and %w", errTimeout{"read"}, io.ErrUnexpectedEOF)
	var te errTimeout
	fmt.Println(errors.Is(e, os.ErrDeadlineExceeded), errors.As(e, &te), te.op, errors.Is(e, io.EOF), errors.Unwrap(e))
	s := "héllo\xffw\u00e9\U0001F600"
	for i, r := range s {
		fmt.Print(i, ":", string(r), " ")
	}
	fmt.Println(len(s), utf8.RuneCountInString(s), utf8.ValidString(s), []byte(s[:3]), []rune(s)[1])
	fmt.Printf("%q %+q %x % x %U %s\n", s, s, s[:3], s[:3], []rune(s)[1], strings.ToValidUTF8(s, "?"))
	m := map[[2]int]struct{ a, b string }{{1, 2}: {"x", "y"}, {0, 5}: {}}
	fmt.Printf("%v %+v %#v\n", m, m, map[string][]int{"a": nil, "b": {1}})
	clear(m)
	fmt.Println(len(m), min(3, 1.5, 2), max("b", "a"), cap(make([]int, 2, 5)[:3:4]))
	x := []int{1, 2, 3, 4, 5}
	copy(x[1:], x)
	y := append(x[:1:1], 9)
	fmt.Println(x, y, x[len(x)-2:], [...]string{2: "c", 0: "a"})
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i *= 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	fmt.Printf("%6.2f|%-8s|%+d|%08b|%#x|%#o|%e|%g|%t|%p|%5t|%x|%X|%c|%3c|%*d|%[2]*[1]d|%v%%|%!|%z\n", 3.14159, "go", 5, 13, 255, 8, 12345.678, 1e21, true, nil, false, "hi", []byte("hi"), 'é', 'x', 5, 42, 7)
	fmt.Printf("%d %s\n", "str", 5)
	fmt.Printf("%v %v %d\n", struct{}{}, [0]int{}, []any{1, "a", nil})
	fmt.Println(fmt.Sprint("a", 1, 2, "b", "c", 3.0, nil, 'x'), fmt.Sprintln("end", 1))
	r := bufio.NewReader(strings.NewReader("line one\nline two\r\nlast"))
	for {
		line, err := r.ReadString('\n')
		fmt.Printf("%q %v\n", line, err)
		if err != nil {
			break
		}
	}
	sc := bufio.NewScanner(strings.NewReader("the quick  brown\tfox"))
	sc.Split(bufio.ScanWords)
	cnt := 0
	for sc.Scan() {
		cnt += len(sc.Text())
	}
	sc2 := bufio.NewScanner(strings.NewReader(strings.Repeat("x", 100)))
	sc2.Buffer(make([]byte, 10), 20)
	fmt.Println(cnt, sc2.Scan(), sc2.Err())
	var np *Dog
	var a Animal = np
	fmt.Println(a == nil, np == nil)
	defer fmt.Println("deferred 1")
	defer func() {
		fmt.Println("rec", recover())
		var i interface{ Sound() string } = l
		_ = i.(interface{ Bark() })
	}()
	fmt.Println(a.Name())
}

var n0, n1 int
