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

/** Elements [offset, offset + length) of an array. */
export function viewOf(array: GoArray, offset: number, length: number): GoArray {
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

function isIndex(key: string | symbol): boolean {
  return typeof key === 'string' && /^\d+$/.test(key);
}
