// What the checker tells lowering about generic code: the type arguments of each use, instances
// that are one object, and the sizes of types.

import { expect, test } from 'vitest';
import { noPos } from '../syntax/pos.ts';
import { Context } from './context.ts';
import { lookupFieldOrMethod } from './lookup.ts';
import { sizeOf } from './sizes.ts';
import { checkSource } from './testing/check-source.ts';
import { generic, int, pointer, slice, string, struct, typeParam } from './testing/build-types.ts';
import { formatType, plainFormat, relativeTo } from './type-string.ts';
import type { Type } from './type.ts';
import { under } from './under.ts';

/** Each instantiated name of the text with its type arguments and type, in source order. */
function instancesIn(text: string): readonly string[] {
  const { result, listing } = checkSource(text);
  expect(listing).toBe('');
  const format = { ...plainFormat, qualifier: relativeTo(result.pkg) };
  const print = (type: Type): string => formatType(type, format);
  return [...result.info.instances]
    .sort(([a], [b]) => a.pos - b.pos)
    .map(([name, { typeArgs, type }]) => {
      return `${name.name}[${typeArgs.map(print).join(', ')}] ${print(type)}`;
    });
}

test('inferred type arguments are recorded at the name that was instantiated', () => {
  expect(
    instancesIn(`package p

func Map[T, U any](list []T, f func(T) U) []U { return nil }

func id[T any](x T) T { return x }

type Pair[K comparable, V any] struct { key K; value V }

func (p Pair[K, V]) With[W any](w W) Pair[K, W] { return Pair[K, W]{p.key, w} }

var lengths = Map([]string{}, func(s string) int { return 0 })
var same func(rune) rune = id
var nested = Map([]int{}, id)
var pair = Pair[string, int]{}.With(1.5)
`),
  ).toEqual([
    'Pair[K, V] Pair[K, V]',
    'Pair[K, W] Pair[K, W]',
    'Pair[K, W] Pair[K, W]',
    'Map[string, int] func(list []string, f func(string) int) []int',
    'id[rune] func(x rune) rune',
    'Map[int, int] func(list []int, f func(int) int) []int',
    'id[int] func(x int) int',
    'Pair[string, int] Pair[string, int]',
    'With[float64] func(w float64) Pair[string, float64]',
  ]);
});

test('equal instances of one context are one type, of which members are made once', () => {
  const param = typeParam('T');
  const list = generic('List', [param], struct({ items: slice(param) }));
  const context = new Context();
  const first = context.namedInstance(noPos, list, [slice(int)]);
  const second = context.namedInstance(noPos, list, [slice(int)]);
  expect(second).toBe(first);
  expect(context.namedInstance(noPos, list, [int])).not.toBe(first);
  expect(under(second)).toBe(under(first));
});

test('a type that grows on every turn is expanded only as far as it is looked into', () => {
  const param = typeParam('T');
  const node = generic('Node', [param], int);
  const context = new Context();
  const grown = context.namedInstance(noPos, node, [slice(param)]);
  node.fromRHS = struct({ value: param, next: pointer(grown) });
  const start = context.namedInstance(noPos, node, [int]);
  const { obj } = lookupFieldOrMethod(start, true, null, 'next');
  expect(obj).toBeNull();
  const next = under(start);
  const field = next.kind === 'Struct' ? next.fields[1] : undefined;
  expect(field === undefined ? '' : formatType(field.type, plainFormat)).toBe('*main.Node[[]int]');
});

test('sizes are those of gc on amd64', () => {
  expect(sizeOf(struct({ a: string, b: slice(int), c: pointer(int) }))).toBe(48n);
  expect(sizeOf({ kind: 'Array', length: 3, elem: struct({ a: int, empty: struct({}) }) })).toBe(
    48n,
  );
  expect(
    sizeOf({ kind: 'Array', length: 2 ** 40, elem: { kind: 'Array', length: 2 ** 40, elem: int } }),
  ).toBeNull();
});
