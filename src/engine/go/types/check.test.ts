// Whole packages: imports, language versions, results for the stages that follow. Expected text is
// gc's.

import { expect, test } from 'vitest';
import type { Ident } from '../syntax/ast.ts';
import { inspect } from '../syntax/walk.ts';
import { checkSource, errorsIn } from './testing/check-source.ts';

const packages = {
  geometry: `package geometry

type Point struct{ X, Y int; hidden bool }

func (p Point) Add(q Point) Point { return Point{p.X + q.X, p.Y + q.Y, false} }

const Origin = "0,0"

func secret() {}
`,
};

test('exported names of an imported package can be used, others are unknown', () => {
  const source = `package p

import "geometry"

var a = geometry.Point{X: 1}.Add(geometry.Point{Y: 2})
var b = geometry.Origin
var c = geometry.secret
var d = geometry.point{}
var e = geometry.Point{1, 2, true}
var f int = a
`;
  expect(errorsIn(source, packages)).toBe(`p.go:7:18: undefined: geometry.secret
p.go:8:18: undefined: geometry.point (but have Point)
p.go:9:30: implicit assignment to unexported field hidden in struct literal of type geometry.Point
p.go:10:13: cannot use a (variable of struct type geometry.Point) as int value in variable declaration
`);
});

test('an import must be used under the name it has in the file', () => {
  const source = `package p

import (
	shapes "geometry"
	. "geometry"
	_ "geometry"
	"geometry"
)

var geometry = shapes.Origin
`;
  expect(errorsIn(source, packages)).toBe(`p.go:5:2: "geometry" imported and not used
p.go:7:2: "geometry" imported and not used
p.go:10:5: geometry already declared through import of package geometry ("geometry")
	p.go:7:2: other declaration of geometry
`);
});

test('nothing else is said of a program whose imports cannot be found', () => {
  const source = `package p

import "nowhere"

var x int = "a"
`;
  expect(errorsIn(source)).toBe('p.go:3:8: package nowhere is not in std\n');
});

test('the language version of a file decides what is allowed in it', () => {
  const source = `//go:build go1.21

package p

func f() {
	for range 10 {
	}
}
`;
  const { listing, result } = checkSource(source);
  expect(listing).toBe(
    'p.go:6:12: cannot range over 10 (untyped int constant): requires go1.22 or later ' +
      '(file declares //go:build go1.21)\n',
  );
  expect(result.info.fileVersions.get('p.go')).toBe('go1.21');
});

test('the language version of the program is that of its files', () => {
  const { listing } = checkSource('package p\n\nvar x = min(1, 2)\n', {}, 'go1.20');
  expect(listing).toBe(
    'p.go:3:9: built-in min requires go1.21 or later (-lang was set to go1.20; check go.mod)\n',
  );
});

test('every function has a body, for there is no other place where it could be', () => {
  expect(errorsIn('package p\n\nfunc f()\n')).toBe('p.go:3:6: missing function body\n');
});

test('variables are initialized in the order of their dependencies', () => {
  const source = `package p

var a = b + c()
var b = f(d)
var x, y = two()
var d = 1

func f(n int) int { return n + y }
func c() int { return x }
func two() (int, int) { return 1, 2 }
`;
  const { result } = checkSource(source);
  const order = result.info.initOrder.map(({ lhs }) => lhs.map((each) => each.name).join());
  expect(order).toEqual(['x,y', 'd', 'b', 'a']);
});

test('every name of a correct file means something', () => {
  const source = `package p

type list[T any] struct {
	head T
	tail *list[T]
}

func (l *list[T]) each(yield func(T) bool) {
	for ; l != nil; l = l.tail {
		if !yield(l.head) {
			return
		}
	}
}

func sum(l *list[int]) (total int) {
	for x := range l.each {
		total += x
	}
	switch t := any(total).(type) {
	case int, string:
		_ = t
	}
	return
}
`;
  const { result, listing } = checkSource(source);
  expect(listing).toBe('');
  const { defs, uses } = result.info;
  const unknown: Ident[] = [];
  for (const file of result.files) {
    inspect(file, (node) => {
      if (node.kind === 'Ident' && !defs.has(node) && !uses.has(node)) unknown.push(node);
      return true;
    });
  }
  expect(unknown.map((node) => node.name)).toEqual([]);
});

test('println has no form for structs and arrays', () => {
  const source = `package p

type T struct{ a int }

func f(t T, x [2]int) {
	println(1, t, x)
	print(&t, t.a, x[0], x)
}
`;
  expect(errorsIn(source)).toBe(`p.go:6:9: illegal types for operand: println
	T
p.go:6:9: illegal types for operand: println
	[2]int
p.go:7:7: illegal types for operand: print
	[2]int
`);
});
