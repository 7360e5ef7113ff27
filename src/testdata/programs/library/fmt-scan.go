package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
)

type celsius float64
type name string
type level uint8
type flags []byte

type pair struct{ x, y int }

func (p *pair) Scan(state fmt.ScanState, verb rune) error {
	width, ok := state.Width()
	token, err := state.Token(true, func(r rune) bool { return r != ';' })
	if err != nil {
		return err
	}
	r, size, err := state.ReadRune()
	fmt.Printf("[%c %d %v %q %c %d %v]", verb, width, ok, token, r, size, err)
	_, err = fmt.Sscanf(string(token), "%d,%d", &p.x, &p.y)
	return err
}

type slow struct{ text string }

func (s *slow) Read(b []byte) (int, error) {
	if s.text == "" {
		return 0, io.EOF
	}
	n := copy(b[:1], s.text)
	s.text = s.text[n:]
	return n, nil
}

func main() {
	var (
		i   int
		i8  int8
		u   uint
		u8  uint8
		r   rune
		f   float64
		f32 float32
		s   string
		t   string
		b   bool
		by  []byte
		c   complex128
		c64 complex64
		cel celsius
		nm  name
		lv  level
		fl  flags
		p   pair
		up  uintptr
	)
	show := func(n int, err error) {
		fmt.Println(n, err, i, i8, u, u8, r, f, f32, fmt.Sprintf("%q %q", s, t), b, by, c, c64, cel, nm, lv, fl, p, up)
	}
	show(fmt.Sscan("12 -3 40 5 66 1.5 2.25 hello true", &i, &i8, &u, &u8, &r, &f, &f32, &s, &b))
	show(fmt.Sscan("0x1f 0b101 0o17 017 1_000 1e3 0x1p4", &i, &i8, &u, &u8, &r, &f, &f32))
	show(fmt.Sscan("1+2i (3-4.5i) bytes 36.6 anna 200 xyz 7,8; 99", &c, &c64, &by, &cel, &nm, &lv, &fl, &p, &up))
	show(fmt.Sscan("1\n2", &i, &u))
	show(fmt.Sscanln("1\n2", &i, &u))
	show(fmt.Sscanln("3 4", &i, &u))
	show(fmt.Sscanln("3 4 5", &i, &u))
	show(fmt.Sscanln("", &i))
	show(fmt.Sscan("", &i))
	show(fmt.Sscan("abc", &i))
	show(fmt.Sscan("300", &i8))
	show(fmt.Sscan("256", &u8))
	show(fmt.Sscan("-1", &u))
	show(fmt.Sscan("99999999999999999999", &i))
	show(fmt.Sscan("1.2.3", &f))
	show(fmt.Sscan("nan +Inf", &f, &f32))
	show(fmt.Sscan("2p3", &f))
	show(fmt.Sscan("1e400", &f))
	show(fmt.Sscan("T f TRUE fals", &b, &b, &b, &b))
	show(fmt.Sscan("5", i))
	show(fmt.Sscan("5", &struct{}{}))
	show(fmt.Sscanf("7-11-2024", "%d-%d-%d", &i, &u, &r))
	show(fmt.Sscanf("age: 42 name: bob", "age: %d name: %s", &i, &s))
	show(fmt.Sscanf("12345678", "%3d%2d%s", &i, &u, &s))
	show(fmt.Sscanf("ff 1010 17 U+1F600 Q", "%x %b %o %U %c", &i, &u8, &u, &r, &r))
	show(fmt.Sscanf(`"quoted \n text" `+"`raw \\n`"+` 68656c6c6f`, "%q %q %x", &s, &t, &by))
	show(fmt.Sscanf("50%", "%d%%", &i))
	show(fmt.Sscanf("50 %", "%d %%", &i))
	show(fmt.Sscanf("a b", "a%d", &i))
	show(fmt.Sscanf("x", "y%d", &i))
	show(fmt.Sscanf("1 2", "%d", &i, &u))
	show(fmt.Sscanf("1 2", "%d %d", &i))
	show(fmt.Sscanf("1", "%d%", &i))
	show(fmt.Sscanf("1", "%s", &i))
	show(fmt.Sscanf("1", "%d", &s))
	show(fmt.Sscanf("1", "%z", &f))
	show(fmt.Sscanf("1\n2", "%d\n%d", &i, &u))
	show(fmt.Sscanf("1 2", "%d\n%d", &i, &u))
	show(fmt.Sscanf("1\n2", "%d %d", &i, &u))
	show(fmt.Sscanf("1  2", "%d %d", &i, &u))
	show(fmt.Sscanf("12", "%d %d", &i, &u))
	show(fmt.Sscanf("3,4;rest", "%9v%s", &p, &s))
	show(fmt.Sscanf("zz", "%x", &s))
	show(fmt.Sscanf("6", "%x", &s))
	show(fmt.Sscanf("héllo wörld", "%3s%s", &s, &t))
	show(fmt.Sscanf("ab", "%c%c", &r, &i8))
	show(fmt.Sscanf("\u20ac", "%c", &i8))

	reader := strings.NewReader("10 20\n30 words\tand 40\r\n50")
	for {
		n, err := fmt.Fscan(reader, &i)
		if n == 0 && err != io.EOF {
			n, err = fmt.Fscan(reader, &s)
		}
		fmt.Println(n, err, i, s)
		if err != nil {
			break
		}
	}
	source := &slow{"1 2\n3 é\xff4\n\n5"}
	for range 6 {
		n, err := fmt.Fscanln(source, &i, &s)
		fmt.Printf("%d %v %d %q\n", n, err, i, s)
	}
	buffered := bufio.NewReader(strings.NewReader("3\n1 2 3\n"))
	var count int
	fmt.Fscan(buffered, &count)
	numbers := make([]int, count)
	for i := range numbers {
		fmt.Fscan(buffered, &numbers[i])
	}
	fmt.Println(count, numbers)
	_, err := fmt.Fscan(failing{}, &i)
	fmt.Println(err)
	n, err := fmt.Scanln(&i, &s)
	fmt.Println(n, err, i, s)
	n, err = fmt.Scan(&i, &f)
	fmt.Println(n, err, i, f)
	n, err = fmt.Scanf("\n%d/%d\n", &i, &u)
	fmt.Println(n, err, i, u)
	n, err = fmt.Scanln(&s)
	fmt.Println(n, err, s)
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("broken") }
