// Generics through the whole checker: inference, constraints, instantiation. Expected text is gc's.

import { expect, test } from 'vitest';
import { errorsIn } from './testing/check-source.ts';

test('type arguments are inferred from arguments, or it is said which is not', () => {
  expect(
    errorsIn(`package p

func Map[T, U any](list []T, f func(T) U) []U { return nil }

type Number interface{ ~int | ~float64 }

func Sum[N Number](list ...N) N { return list[0] }

func f(names []string) {
	var lengths []int = Map(names, func(s string) int { return len(s) })
	var wrong []string = Map(names, func(s string) int { return len(s) })
	_ = Map(names, nil)
	_ = Map[int](names, nil)
	_ = Sum(1, 2.5)
	_ = Sum("a")
	_ = Sum(names...)
	_, _ = lengths, wrong
}
`),
  ).toBe(`p.go:11:23: cannot use Map(names, func(s string) int {…}) (value of type []int) as []string value in variable declaration
p.go:12:9: in call to Map, cannot infer U (declared at p.go:3:13)
p.go:13:14: in call to Map[int], cannot infer U (declared at p.go:3:13)
p.go:15:9: string does not satisfy Number (string missing in ~int | ~float64)
p.go:16:9: string does not satisfy Number (string missing in ~int | ~float64)
`);
});

test('methods of generic types have their type arguments, and may have parameters of their own', () => {
  expect(
    errorsIn(`package p

type List[T any] struct{ items []T }

func (l *List[T]) Add(item T) { l.items = append(l.items, item) }

func (l *List[U]) Map[V any](f func(U) V) *List[V] { return nil }

func f() {
	var l List[int]
	l.Add("x")
	s := l.Map(func(n int) string { return "" })
	s.Add(1)
	var bare List
	var two List[int, string]
	_, _ = bare, two
}
`),
  ).toBe(`p.go:11:8: cannot use "x" (untyped string constant) as int value in argument to l.Add
p.go:13:8: cannot use 1 (untyped int constant) as string value in argument to s.Add
p.go:14:11: cannot use generic type List[T any] without instantiation
p.go:15:10: too many type arguments for type List: have 2, want 1
`);
});

test('a type argument must satisfy its constraint, and the reason is told', () => {
  expect(
    errorsIn(`package p

type Shape interface {
	Area() float64
}

type Square struct{ side float64 }

func (s *Square) Area() float64 { return s.side * s.side }

func Largest[S Shape](shapes []S) S { return shapes[0] }

func Max[T ~int | ~string](x, y T) T { return x }

func Index[K comparable](list []K, key K) int { return 0 }

func f() {
	Largest([]Square{})
	Largest([]*Square{})
	Max([]int{}, nil)
	Max(1, "a")
	Index([]func(){}, nil)
	Index([]any{}, 1)
}
`),
  ).toBe(`p.go:18:9: in call to Largest, S (type Square) does not satisfy Shape (method Area has pointer receiver)
p.go:20:5: []int does not satisfy ~int | ~string ([]int missing in ~int | ~string)
p.go:21:9: in call to Max, mismatched types untyped int and untyped string (cannot infer T)
p.go:22:7: func() does not satisfy comparable
`);
});

test('a value of a type parameter can do what all types of the constraint can: of any, little', () => {
  expect(
    errorsIn(`package p

func f[T any](x T) {
	_ = x + x
	_ = x == x
	x.Method()
	var y T = 1
	_ = y
	switch x.(type) {
	}
	for range x {
	}
	x()
	_ = x[0]
	_ = string(x)
}
`),
  ).toBe(`p.go:4:6: invalid operation: operator + not defined on x (variable of type T constrained by any)
p.go:5:6: invalid operation: x == x (incomparable types in type set)
p.go:6:4: x.Method undefined (type T has no field or method Method)
p.go:7:12: cannot use 1 (untyped int constant) as T value in variable declaration
p.go:9:9: cannot use type switch on type parameter value x (variable of type T constrained by any)
p.go:11:12: cannot range over x (variable of type T constrained by any): no specific type
p.go:13:2: invalid operation: cannot call x (variable of type T constrained by any): no specific type
p.go:14:7: cannot index x (variable of type T constrained by any)
p.go:15:13: cannot convert x (variable of type T constrained by any) to type string
`);
});

test('generic types and aliases are instantiated with types that satisfy their constraints', () => {
  expect(
    errorsIn(`package p

type A[T any] = []T

type Set[K comparable] = map[K]struct{}

type Tree[T interface{ Less(T) bool }] struct {
	left, right *Tree[T]
	value       T
}

type Int int

func (i Int) Less(j Int) bool { return i < j }

var (
	_ A[int] = []string{}
	_ Set[[]int]
	_ Tree[Int]
	_ Tree[int]
	_ interface{ ~int }
	_ comparable
)

type R[T any] struct{ r R[T] }
`),
  ).toBe(`p.go:17:13: cannot use []string{} (value of type []string) as A[int] value in variable declaration
p.go:18:8: []int does not satisfy comparable
p.go:20:9: int does not satisfy interface{Less(int) bool} (missing method Less)
p.go:21:4: cannot use type interface{~int} outside a type constraint: interface contains type constraints
p.go:22:4: cannot use type comparable outside a type constraint: interface is (or embeds) comparable
p.go:25:25: invalid recursive type: R[T] refers to itself
`);
});

test('operators and conversions need all types of the constraint; functions are inferred from both sides', () => {
  expect(
    errorsIn(`package p

func g[T int | string](x T) {
	_ = x + x
	_ = x - x
	_ = x < x
	var s string = x
	_ = s
	_ = T(1)
}

func first[S ~[]E, E any](s S) E { return s[0] }

func apply[T any](f func(T) T, x T) T { return f(x) }

func id[T any](x T) T { return x }

func h() {
	var n int = first([]string{"a"})
	var k func(string) string = id
	_ = apply(id, 1) + "x"
	_, _ = n, k(1)
}
`),
  ).toBe(`p.go:5:6: invalid operation: operator - not defined on x (variable of type T constrained by int | string)
p.go:7:17: cannot use x (variable of type T constrained by int | string) as string value in variable declaration
p.go:19:14: cannot use first([]string{…}) (value of type string) as int value in variable declaration
p.go:21:6: invalid operation: apply(id, 1) + "x" (mismatched types int and untyped string)
p.go:22:14: cannot use 1 (untyped int constant) as string value in argument to k
`);
});
