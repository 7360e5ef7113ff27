import { describe, expect, test } from 'vitest';
import { Typ } from './basic.ts';
import { identical } from './identical.ts';
import { equalTerms, intersectionOfTerms, isSubsetOfTerms, unionOfTerms } from './term-list.ts';
import {
  addMethodTo,
  chan,
  iface,
  int,
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
import {
  allNumeric,
  allOrdered,
  commonUnder,
  hasNil,
  incomparability,
  isAllTypeSet,
  isComparable,
  isEmptyTypeSet,
  typeSetOf,
} from './type-set.ts';
import { formatTerms, plainFormat, typeString } from './type-string.ts';
import type { Interface, TermList, Type } from './type.ts';
import { comparableType, errorType } from './universe.ts';

const MyInt = named('MyInt', int);

function termsOf(type: Interface): string {
  return formatTerms(typeSetOf(type).terms, plainFormat);
}

describe('type sets', () => {
  test('methods of embedded interfaces are added, sorted by name', () => {
    const type = iface({ Close: signature([]), abort: signature([]) }, [errorType]);
    expect(typeSetOf(type).methods.map((method) => method.name)).toEqual([
      'Close',
      'Error',
      'abort',
    ]);
  });

  test.each<[string, Interface, string]>([
    ['no element allows all types', iface({}), '𝓤'],
    ['a union allows its terms', iface({}, [union([int], string)]), '~int | string'],
    ['elements intersect', iface({}, [union([int], string), union(int, Typ.bool)]), 'int'],
    ['a tilde term takes in its types', iface({}, [union([int], int, MyInt)]), '~int'],
    ['disjoint elements leave nothing', iface({}, [int, string]), '∅'],
    ['no type has a defined type beneath', iface({}, [union([MyInt])]), '∅'],
    [
      'comparable drops what cannot be compared',
      iface({}, [comparableType, union(int, slice(int))]),
      'int',
    ],
  ])('%s', (_, type, terms) => {
    expect(termsOf(type)).toBe(terms);
  });

  test('comparable stays apart while all types are allowed', () => {
    const set = typeSetOf(iface({}, [comparableType]));
    expect(set.comparable).toBe(true);
    expect(isAllTypeSet(set)).toBe(false);
    expect(isEmptyTypeSet(set)).toBe(false);
  });

  test('unions and intersections obey the laws of sets', () => {
    const term = (type: Type, tilde = false): TermList => [{ tilde, type }];
    const all: TermList = [{ tilde: false, type: null }];
    const sets = [[], all, term(int), term(int, true), term(MyInt), term(string)];
    for (const x of sets) {
      for (const y of sets) {
        const union = unionOfTerms(x, y, identical);
        const both = intersectionOfTerms(x, y, identical);
        expect(isSubsetOfTerms(x, union, identical)).toBe(true);
        expect(isSubsetOfTerms(both, y, identical)).toBe(true);
        expect(equalTerms(union, unionOfTerms(y, x, identical), identical)).toBe(true);
        expect(equalTerms(both, intersectionOfTerms(y, x, identical), identical)).toBe(true);
        expect(isSubsetOfTerms(x, y, identical)).toBe(equalTerms(both, x, identical));
      }
    }
  });
});

describe('common underlying types', () => {
  const ofParam = (...terms: readonly (Type | readonly [Type])[]) => {
    const result = commonUnder(typeParam('P', iface({}, [union(...terms)])));
    return result.type === null ? (result.error?.(typeString) ?? '') : typeString(result.type);
  };

  test('of a type that is no parameter it is its underlying type', () => {
    expect(commonUnder(MyInt).type).toBe(int);
  });

  test('of a parameter all types must share it', () => {
    expect(ofParam(int, MyInt)).toBe('int');
    expect(ofParam(int, string)).toBe('int and string have different underlying types');
    expect(commonUnder(typeParam('P')).error?.(typeString)).toBe('no specific type');
  });

  test('of channels it is the most restricted one', () => {
    expect(ofParam(chan(int), chan(int, 'receive'))).toBe('<-chan int');
    expect(ofParam(chan(int, 'send'), chan(int, 'receive'))).toBe(
      'channels chan<- int and <-chan int have conflicting directions',
    );
    expect(ofParam(chan(int), chan(string))).toBe(
      'channels chan int and chan string have different element types',
    );
  });
});

describe('questions about types', () => {
  test('a parameter is numeric if all its types are', () => {
    expect(allNumeric(typeParam('P', iface({}, [union([int], Typ.float64)])))).toBe(true);
    expect(allNumeric(typeParam('P', iface({}, [union([int], string)])))).toBe(false);
    expect(allOrdered(typeParam('P', iface({}, [union([int], string)])))).toBe(true);
    expect(allOrdered(typeParam('P'))).toBe(false);
  });

  test('interfaces can be compared, but not strictly', () => {
    expect(isComparable(errorType)).toBe(true);
    expect(incomparability(errorType, false)?.(typeString)).toBe('incomparable types in type set');
    expect(isComparable(typeParam('P'))).toBe(false);
    expect(isComparable(typeParam('P', comparableType))).toBe(true);
  });

  test('the reason names the part that cannot be compared', () => {
    const type = struct({ f: slice(int) });
    expect(incomparability(type, true)?.(typeString)).toBe(
      'struct containing []int cannot be compared',
    );
    expect(incomparability(mapOf(int, int), true)?.(typeString)).toBe('');
  });

  test('which types have nil', () => {
    expect([pointer(int), slice(int), errorType, int, struct({})].map(hasNil)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('identity', () => {
  test('of defined types it is that of the declaration', () => {
    expect(identical(MyInt, named('MyInt', int))).toBe(false);
    expect(identical(slice(MyInt), slice(MyInt))).toBe(true);
    expect(identical(MyInt, int)).toBe(false);
  });

  test('of interfaces the order of methods does not matter', () => {
    const x = iface({ A: signature([int]), B: signature([]) });
    const y = iface({ B: signature([]), A: signature([int]) });
    expect(identical(x, y)).toBe(true);
    expect(identical(x, iface({ A: signature([string]), B: signature([]) }))).toBe(false);
  });

  test('of interfaces that mention themselves it ends', () => {
    const cyclic = (): Type => {
      const self = named('T', int);
      const type = iface({ m: signature([], [self]) });
      self.fromRHS = type;
      self.underlying = type;
      return iface({ m: signature([], [iface({}, [self])]) });
    };
    expect(identical(cyclic(), cyclic())).toBe(false);
    const x = cyclic();
    expect(identical(x, x)).toBe(true);
  });

  test('of generic signatures names of parameters do not matter, constraints do', () => {
    const identity = (bound?: Type) => {
      const param = typeParam('P', bound);
      return { ...signature([param], [slice(param)]), typeParams: [param] };
    };
    expect(identical(identity(), identity())).toBe(true);
    expect(identical(identity(), identity(comparableType))).toBe(false);
  });

  test('methods do not make a struct another type', () => {
    const counter = named('Counter', struct({ n: int }));
    addMethodTo(counter, 'Add', signature([int]), true);
    expect(identical(counter, counter)).toBe(true);
    expect(identical(struct({ n: int }), struct({ n: int }))).toBe(true);
  });
});
