// Statements: what may stand where, and what must be used. Expected text is gc's.

import { expect, test } from 'vitest';
import { errorsIn } from './testing/check-source.ts';

test('an expression alone is an error unless it is a call or a receive', () => {
  expect(
    errorsIn(`package p

func f(c chan int) {
	<-c
	f(c)
	1
	len("a")
	int(2)
	f
	panic
}
`),
  ).toBe(`p.go:6:2: 1 (untyped int constant) is not used
p.go:7:2: len("a") (constant 1 of type int) is not used
p.go:8:2: int(2) (constant 2 of type int) is not used
p.go:9:2: f (value of type func(c chan int)) is not used
p.go:10:2: panic (built-in) must be called
`);
});

test('conditions are boolean, whatever their type is called', () => {
  expect(
    errorsIn(`package p

type flag bool

func f(b flag, n int) {
	if b {
	}
	for n {
	}
	if n == 0 || n {
	}
}
`),
  ).toBe(`p.go:8:6: non-boolean condition in for statement
p.go:10:5: invalid operation: n == 0 || n (mismatched types untyped bool and int)
`);
});

test('go and defer want a call whose result may be dropped', () => {
  expect(
    errorsIn(`package p

func f() int { return 1 }

func g() {
	go f()
	defer int(1)
	go len("a")
	defer f
}
`),
  ).toBe(`p.go:7:8: defer requires function call, not conversion int(1) (constant 1 of type int)
p.go:8:5: go discards result of len("a") (constant 1 of type int)
p.go:9:8: expression in defer must be function call
`);
});

test('a channel is sent to and received from in its direction only', () => {
  expect(
    errorsIn(`package p

func f(in <-chan int, out chan<- string, n int) {
	in <- 1
	<-out
	out <- 1
	n <- 1
	for range out {
	}
	close(in)
}
`),
  ).toBe(`p.go:4:2: invalid operation: cannot send to receive-only channel <-chan int in (variable of type <-chan int)
p.go:5:4: invalid operation: cannot receive from send-only channel chan<- string out (variable of type chan<- string)
p.go:6:9: cannot use 1 (untyped int constant) as string value in send
p.go:7:2: invalid operation: cannot send to non-channel int n (variable of type int)
p.go:8:12: cannot range over out (variable of type chan<- string): receive from send-only channel chan<- string
p.go:10:8: invalid operation: cannot close receive-only channel in (variable of type <-chan int)
`);
});

test('a case of select is a send or a receive', () => {
  expect(
    errorsIn(`package p

func f(c chan int) {
	var v int
	var ok bool
	select {
	case v = <-c:
	case v, ok = <-c:
	case c <- v:
	case v > 0:
	default:
	default:
	}
	_ = ok
}
`),
  ).toBe(`p.go:10:9: select case must be send or receive (possibly with assignment)
p.go:12:2: multiple defaults (first at p.go:11:2)
`);
});

test('cases of a switch fit the tag and differ', () => {
  expect(
    errorsIn(`package p

func f(n int, s []int, x any) {
	switch n {
	case 1, 2, 1:
	case "a":
	}
	switch x {
	case 1, 1.0, uint8(1), 1:
	}
	switch s {
	case nil:
	}
	switch {
	case n > 1:
	case n:
	}
}
`),
  ).toBe(`p.go:5:13: duplicate case 1 (constant of type int) in expression switch
	p.go:5:7: previous case
p.go:6:7: cannot convert "a" (untyped string constant) to type int
p.go:9:25: duplicate case 1 (constant of type int) in expression switch
	p.go:9:7: previous case
p.go:16:7: invalid case n in switch on true (mismatched types int and bool)
`);
});

test('the variable of a type switch has the type of its clause and must be used', () => {
  expect(
    errorsIn(`package p

type shape interface{ area() int }
type square struct{ side int }

func (s square) area() int { return s.side * s.side }

func f(x shape, n int) {
	switch s := x.(type) {
	case square:
		_ = s.side
	case nil, interface{ name() string }:
		_ = s.side
	case int:
	case square:
	}
	switch y := x.(type) {
	case square:
	}
	switch n.(type) {
	}
}
`),
  ).toBe(`p.go:13:9: s.side undefined (type shape has no field or method side)
p.go:14:7: impossible type switch case: int
	x (variable of interface type shape) cannot have dynamic type int (missing method area)
p.go:15:7: duplicate case square in type switch
	p.go:10:7: previous case
p.go:17:9: y declared and not used
p.go:20:9: n (variable of type int) is not an interface
`);
});

test('range gives each kind of value its variables', () => {
  expect(
    errorsIn(`package p

func f(n int, s string, a [2]bool, m map[string]int, c chan byte, it func(func(int) bool)) {
	for i := range n {
		var _ int = i
	}
	for i, r := range s {
		var _ rune = r
		_ = i
	}
	for k, v := range m {
		var _ int = k
		_ = v
	}
	for b, x := range c {
		_, _ = b, x
	}
	for i, j := range it {
		_, _ = i, j
	}
	for i, x := range n {
	}
	for range 1.5 {
	}
	for range f {
	}
	for i := range &a {
		var _ bool = i
	}
}
`),
  ).toBe(`p.go:12:15: cannot use k (variable of type string) as int value in variable declaration
p.go:15:9: range over c (variable of type chan byte) permits only one iteration variable
p.go:18:9: range over it (variable of type func(func(int) bool)) permits only one iteration variable
p.go:21:6: declared and not used: i
p.go:21:9: range over n (variable of type int) permits only one iteration variable
p.go:23:12: cannot range over 1.5 (untyped float constant)
p.go:25:12: cannot range over f (value of type func(n int, s string, a [2]bool, m map[string]int, c chan byte, it func(func(int) bool))): func must be func(yield func(...) bool): wrong argument count
p.go:28:16: cannot use i (variable of type int) as bool value in variable declaration
`);
});

test('a function with results does not reach its end', () => {
  expect(
    errorsIn(`package p

func f(n int) int {
	for {
		if n > 1 {
			break
		}
	}
}

func g(n int) int {
	switch {
	case n > 1:
		return 1
	default:
		panic("no")
	}
}

func h() (x, y int) {
	if x == 0 {
		return 1
	}
	return
	return 1, 2, 3
}
`),
  ).toBe(`p.go:9:1: missing return
p.go:22:10: not enough return values
	have (number)
	want (int, int)
p.go:25:15: too many return values
	have (number, number, number)
	want (int, int)
`);
});

test('results are not returned by name where another variable hides them', () => {
  expect(
    errorsIn(`package p

func f() (n int, err error) {
	if n, err := 1, error(nil); n > 0 {
		_ = err
		return
	}
	return
}
`),
  ).toBe(`p.go:6:3: result parameter n not in scope at return
	p.go:4:5: inner declaration of var n int
p.go:6:3: result parameter err not in scope at return
	p.go:4:8: inner declaration of var err error
`);
});
