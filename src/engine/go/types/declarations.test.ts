// Declarations: what a name means, where, and in which order things come to be. Expected text is gc's.

import { expect, test } from 'vitest';
import { errorsIn } from './testing/check-source.ts';

test('local variables and imports must be used', () => {
  expect(
    errorsIn(`package p

func f() {
	x := 1
	var y, z = 1, 2
	y = 2
	func() {
		w := 1
	}()
	_ = z
}
`),
  ).toBe(`p.go:4:2: declared and not used: x
p.go:5:6: declared and not used: y
p.go:8:3: declared and not used: w
`);
});

test('a name is declared once in a block', () => {
  expect(
    errorsIn(`package p

func f(a int) {
	var a string
	b := 1
	b := 2
	a, b, c := 1, 2, 3
	{
		b := 3
		_ = b
	}
	d, d := 1, 2
}

type f int
`),
  ).toBe(`p.go:4:6: a redeclared in this block
	p.go:3:8: other declaration of a
p.go:5:2: declared and not used: b
p.go:6:4: no new variables on left side of :=
p.go:7:8: declared and not used: c
p.go:12:2: declared and not used: d
p.go:12:5: d repeated on left side of :=
p.go:15:6: f redeclared in this block
	p.go:3:6: other declaration of f
`);
});

test('numbers of names and values agree', () => {
  expect(
    errorsIn(`package p

func two() (int, string) { return 1, "" }

var a, b = two()
var c, d int = 1
var e = 1, 2
var g, h, i = 1, 2

func f() {
	x := two()
	p, q, r := two()
	p, q = 1
	x, y := 1, 2, 3
}
`),
  ).toBe(`p.go:6:16: assignment mismatch: 2 variables but 1 value
p.go:7:12: extra init expr 2
p.go:8:11: missing init expr for i
p.go:11:2: declared and not used: x
p.go:11:7: assignment mismatch: 1 variable but two returns 2 values
p.go:12:2: declared and not used: p
p.go:12:5: declared and not used: q
p.go:12:13: assignment mismatch: 3 variables but two returns 2 values
p.go:13:9: assignment mismatch: 2 variables but 1 value
p.go:14:10: assignment mismatch: 2 variables but 3 values
p.go:12:5: too many errors
`);
});

test('constants repeat the expression before them and count with iota', () => {
  expect(
    errorsIn(`package p

const (
	a = 1 << (10 * iota)
	b
	c int8 = 100 * iota
	d
	e, f = 1, 2
	g
)

const h = len([3]int{})
const i = len([]int{})
const j []int = nil

var k = b + 1
`),
  ).toBe(`p.go:6:11: cannot use 100 * iota (untyped int constant 200) as int8 value in constant declaration (overflows)
p.go:7:2: cannot use 100 * iota (untyped int constant 300) as int8 value in constant declaration (overflows)
p.go:9:2: extra init expr at p.go:8:12
p.go:13:11: len([]int{}) (value of type int) is not constant
p.go:14:9: invalid constant type []int
`);
});

test('initialization may not depend on itself, not even through functions', () => {
  expect(
    errorsIn(`package p

var a = b
var b = f()

func f() int { return c }

var c = g()

func g() int { return a }

var d = d

const e = e + 1
`),
  ).toBe(`p.go:3:5: initialization cycle for a
	p.go:3:5: a refers to b
	p.go:4:5: b refers to f
	p.go:6:6: f refers to c
	p.go:8:5: c refers to g
	p.go:10:6: g refers to a
p.go:12:5: initialization cycle: d refers to itself
p.go:14:7: initialization cycle: e refers to itself
`);
});

test('types may contain themselves only behind a pointer, slice, map, channel or function', () => {
  expect(
    errorsIn(`package p

type list struct {
	next *list
	all  []list
}

type tree struct{ left, right tree }
type pair [2]box
type box struct{ p pair }
type loop loop
type size [len(size{})]int
`),
  ).toBe(`p.go:8:6: invalid recursive type: tree refers to itself
p.go:9:6: invalid recursive type pair
	p.go:9:6: pair refers to box
	p.go:10:6: box refers to pair
p.go:11:6: invalid recursive type: loop refers to itself
p.go:12:6: invalid recursive type: size refers to itself
`);
});

test('methods belong to defined types of the package, once', () => {
  expect(
    errorsIn(`package p

type T struct{ f int }

func (t T) m()   {}
func (t *T) m()  {}
func (t T) f()   {}
func (n int) m() {}
func (p **T) n() {}

type I interface{ m() }

func (i I) n() {}
`),
  ).toBe(`p.go:6:13: method T.m already declared at p.go:5:12
p.go:7:12: field and method with the same name f
	p.go:3:16: other declaration of f
p.go:8:9: cannot define new methods on non-local type int
p.go:9:10: invalid receiver type **T
p.go:13:9: invalid receiver type I (pointer or interface type)
`);
});

test('init and main are functions without parameters', () => {
  expect(
    errorsIn(`package p

var init = 1

func init() int { return 1 }
func init(n int) {}

type t struct{ init int }
`),
  ).toBe(`p.go:3:5: cannot declare init - must be func
p.go:5:6: func init must have no arguments and no return values
p.go:6:6: func init must have no arguments and no return values
`);
});

test('generic types and functions are instantiated with types that satisfy their constraints', () => {
  expect(
    errorsIn(`package p

type number interface{ ~int | ~float64 }

func sum[T number](list ...T) (total T) {
	for _, x := range list {
		total += x
	}
	return
}

type set[K comparable] map[K]struct{}

func (s set[K]) add(k K) { s[k] = struct{}{} }

var a = sum(1, 2.5)
var b = sum("a")
var c = sum[string]
var d set[[]int]
var e set
var f func(...int) int = sum
var g = sum()
var h = sum
`),
  ).toBe(`p.go:17:12: string does not satisfy number (string missing in ~int | ~float64)
p.go:18:13: string does not satisfy number (string missing in ~int | ~float64)
p.go:19:11: []int does not satisfy comparable
p.go:20:7: cannot use generic type set[K comparable] without instantiation
p.go:22:12: in call to sum, cannot infer T (declared at p.go:5:10)
p.go:23:9: cannot use generic function sum without instantiation
`);
});
