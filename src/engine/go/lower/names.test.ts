// Functions are named as Go's stack traces name them.

import { expect, it } from 'vitest';
import { lowerSource } from './testing/lower-source.ts';

it('names functions, methods, instances, literals and loop bodies', () => {
  const program = lowerSource(`package main

type point struct{}

func (point) value()    {}
func (*point) pointer() { func() {}() }

type list[T any] struct{}

func (list[T]) all(yield func(T) bool) {}

func apply[T any](x T) { func() {}() }

var hook = func() { func() {}() }

func init() { func() {}() }
func init() {}

func main() {
	point{}.value()
	new(point).pointer()
	apply(1)
	hook()
	func() {
		func() {}()
		func() {}()
	}()
	for range (list[int]{}).all {
		func() {}()
	}
	func() {}()
}
`);
  const names = program.funcs.filter((f) => !f.library && f.wrapper !== true).map((f) => f.name);
  expect(names.sort()).toEqual([
    'main.(*point).pointer',
    'main.(*point).pointer.func1',
    'main.apply[...]',
    'main.apply[...].func1',
    'main.init',
    'main.init.0',
    'main.init.0.func1',
    'main.init.1',
    'main.init.func1',
    'main.init.func1.1',
    'main.list[...].all',
    'main.main',
    'main.main-range1',
    'main.main-range1.1',
    'main.main.func1',
    'main.main.func1.1',
    'main.main.func1.2',
    'main.main.func2',
    'main.point.value',
  ]);
});
