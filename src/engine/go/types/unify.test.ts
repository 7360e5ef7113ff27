import { describe, expect, test } from 'vitest';
import {
  addMethodTo,
  chan,
  iface,
  int,
  mapOf,
  named,
  signature,
  slice,
  string,
  typeParam,
} from './testing/build-types.ts';
import { typeString } from './type-string.ts';
import type { Type } from './type.ts';
import { assignMode, exactMode, Unifier, type UnifyMode } from './unify.ts';

const P = typeParam('P');
const Q = typeParam('Q');
const Ints = named('Ints', slice(int));

/** What P and Q are found to be when each pair is unified in turn; "fails" if one does not. */
function solve(pairs: readonly (readonly [Type, Type])[], mode: UnifyMode = assignMode): string {
  const unifier = new Unifier([P, Q], [], true);
  for (const [x, y] of pairs) if (!unifier.unify(x, y, mode)) return 'fails';
  const text = (type: Type | null): string => (type === null ? '?' : typeString(type, () => ''));
  return unifier.inferred([P, Q]).map(text).join(', ');
}

describe('unification', () => {
  test('finds the parts of a type', () => {
    expect(solve([[mapOf(P, slice(Q)), mapOf(string, slice(int))]])).toBe('string, int');
    expect(solve([[signature([P], [Q]), signature([int], [string])]])).toBe('int, string');
  });

  test('a parameter has one type', () => {
    expect(
      solve([
        [P, int],
        [P, string],
      ]),
    ).toBe('fails');
    expect(
      solve([
        [P, int],
        [P, int],
      ]),
    ).toBe('int, ?');
  });

  test('joined parameters have one type', () => {
    expect(
      solve([
        [P, Q],
        [Q, int],
      ]),
    ).toBe('int, int');
    expect(
      solve([
        [P, int],
        [Q, string],
        [P, Q],
      ]),
    ).toBe('fails');
  });

  test('a defined type matches a literal unless it must be exact', () => {
    expect(solve([[slice(P), Ints]])).toBe('int, ?');
    expect(solve([[slice(P), Ints]], exactMode)).toBe('fails');
    expect(solve([[slice(slice(P)), slice(Ints)]])).toBe('fails');
  });

  test('of a defined type and its literal the defined type is kept, in any order', () => {
    expect(
      solve([
        [P, slice(int)],
        [P, Ints],
      ]),
    ).toBe('Ints, ?');
    expect(
      solve([
        [P, Ints],
        [P, slice(int)],
      ]),
    ).toBe('Ints, ?');
  });

  test('of channels the directed one is kept', () => {
    expect(
      solve([
        [P, chan(int)],
        [P, chan(int, 'send')],
      ]),
    ).toBe('chan<- int, ?');
    expect(solve([[chan(P, 'receive'), chan(int)]])).toBe('int, ?');
  });

  test('an interface finds types in the methods of another type', () => {
    const box = named('Box', int);
    addMethodTo(box, 'Get', signature([], [string]));
    expect(solve([[iface({ Get: signature([], [P]) }), box]])).toBe('string, ?');
    expect(solve([[iface({ Put: signature([P]) }), box]])).toBe('fails');
  });

  test('an outer type parameter is seen through to its core type', () => {
    const outer = typeParam('S', iface({}, [slice(int)]));
    expect(solve([[slice(P), outer]])).toBe('int, ?');
  });

  test('a type that would hold itself is cut off', () => {
    expect(
      solve([
        [P, slice(Q)],
        [Q, slice(P)],
        [P, Q],
      ]),
    ).toBe('fails');
  });
});
