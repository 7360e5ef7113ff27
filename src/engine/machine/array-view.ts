// A part of an array in the guise of an array: what (*[N]T)(slice) points to when the slice's array is
// larger. Rare, so it may be slow. Invariant: reads and writes go to the array itself, so that the
// view and the slice stay one memory; a clone of a view is a view of the clone.

import type { GoArray } from './heap-object.ts';

interface Part {
  readonly array: GoArray;
  readonly offset: number;
  readonly length: number;
}

const parts = new WeakMap<object, Part>();
/** The views of each array by what they show: equal parts are one variable, so one object. */
const views = new WeakMap<object, Map<string, GoArray>>();

/** Elements [offset, offset + length) of an array. */
export function viewOf(array: GoArray, offset: number, length: number): GoArray {
  const known = views.get(array) ?? new Map<string, GoArray>();
  views.set(array, known);
  const key = `${offset} ${length}`;
  const view = known.get(key) ?? makeView(array, offset, length);
  known.set(key, view);
  return view;
}

function makeView(array: GoArray, offset: number, length: number): GoArray {
  const view: unknown[] = new Proxy<unknown[]>([], {
    get: (target, key): unknown => {
      if (isIndex(key)) return array[offset + Number(key)];
      return key === 'length' ? length : Reflect.get(target, key);
    },
    set: (_target, key, value): boolean => {
      if (isIndex(key)) (array as unknown[])[offset + Number(key)] = value;
      return true;
    },
    has: (target, key) => (isIndex(key) ? Number(key) < length : Reflect.has(target, key)),
  });
  parts.set(view, { array, offset, length });
  return view;
}

/** What an array is a view of, null for an array of its own. */
export function partOf(array: object): Part | null {
  return parts.get(array) ?? null;
}

/** Where an element of an array really is. */
export function elementPlace(array: GoArray, index: number): { array: GoArray; index: number } {
  const part = partOf(array);
  return part === null ? { array, index } : { array: part.array, index: part.offset + index };
}

function isIndex(key: string | symbol): boolean {
  return typeof key === 'string' && /^\d+$/.test(key);
}
