import { describe, expect, test } from 'vitest';
import { noPos } from '../syntax/pos.ts';
import { byteType, Typ } from './basic.ts';
import { Context } from './context.ts';
import { newVar } from './object.ts';
import { newPackage } from './package.ts';
import {
  chan,
  generic,
  iface,
  int,
  mainPackage,
  mapOf,
  named,
  pointer,
  signature,
  slice,
  string,
  struct,
  typeParam,
  union,
} from './testing/build-types.ts';
import { formatType, plainFormat, relativeTo, typeString } from './type-string.ts';
import type { Type } from './type.ts';
import { newInterface } from './under.ts';
import { anyName, errorType, universe } from './universe.ts';

describe('types in messages', () => {
  test.each<[Type, string]>([
    [byteType, 'byte'],
    [Typ.untypedInt, 'untyped int'],
    [Typ.unsafePointer, 'unsafe.Pointer'],
    [{ kind: 'Array', length: 3, elem: int }, '[3]int'],
    [slice(pointer(string)), '[]*string'],
    [mapOf(string, slice(int)), 'map[string][]int'],
    [chan(chan(int, 'receive')), 'chan (<-chan int)'],
    [chan(chan(int, 'send')), 'chan chan<- int'],
    [chan(chan(int), 'receive'), '<-chan chan int'],
    [struct({ x: int, s: string }), 'struct{x int; s string}'],
    [struct({ x: int }, [errorType]), 'struct{error; x int}'],
    [signature([int, slice(string)], [int, errorType], true), 'func(int, ...string) (int, error)'],
    [signature([], [int]), 'func() int'],
    [iface({ M: signature([int]) }, [errorType]), 'interface{M(int); error}'],
    [iface({}, [union([int], string)]), 'interface{~int | string}'],
    [newInterface([], [union([int])], true), '~int'],
    [anyName.type, 'any'],
  ])('%#', (type, text) => {
    expect(typeString(type)).toBe(text);
  });

  test('named results are in parentheses', () => {
    const type = signature([int]);
    const results = [newVar('result', noPos, mainPackage, 'n', int)];
    expect(typeString({ ...type, results: { kind: 'Tuple', vars: results } })).toBe(
      'func(int) (n int)',
    );
  });

  test('tags are quoted', () => {
    const type = { ...struct({ X: int }), tags: ['json:"x"'] };
    expect(typeString(type)).toBe('struct{X int "json:\\"x\\""}');
  });

  test('names are qualified by package path, or as the qualifier says', () => {
    const other = newPackage(universe, 'encoding/json', 'json');
    const type = mapOf(named('T', int), named('Decoder', int, other));
    expect(typeString(type)).toBe('map[main.T]encoding/json.Decoder');
    expect(typeString(type, relativeTo(mainPackage))).toBe('map[T]encoding/json.Decoder');
    expect(typeString(type, (pkg) => pkg.name)).toBe('map[main.T]json.Decoder');
  });

  test('generic types show their parameters, instances their arguments', () => {
    const [k, v] = [typeParam('K'), typeParam('V')];
    const pair = generic('Pair', [k, v], struct({ key: k, value: v }));
    expect(typeString(pair)).toBe('main.Pair[K, V any]');
    const instance = new Context().namedInstance(noPos, pair, [int, slice(string)]);
    expect(typeString(instance)).toBe('main.Pair[int, []string]');
  });

  test('a type parameter named like a predeclared type says where it is declared', () => {
    const param = typeParam('int');
    const format = { ...plainFormat, position: () => './prog.go:3:8' };
    expect(typeString(param)).toBe('int');
    expect(formatType(param, format)).toBe('int /* with int declared at ./prog.go:3:8 */');
  });
});
