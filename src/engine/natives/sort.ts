// Natives of package sort: length and swapping of elements of a slice of any type.

import type { NativeContext } from '../machine/native.ts';
import { type Box, Slice } from '../machine/value.ts';

function sliceOf(context: NativeContext, slice: Box | null): Slice {
  if (slice !== null && slice.value instanceof Slice) return slice.value;
  return context.runtimePanic('sort: the argument is not a slice');
}

function exchange(context: NativeContext, box: Box | null, i: number, j: number): void {
  const slice = sliceOf(context, box);
  if (slice.array === null || box === null) return;
  const type = context.type(box.type);
  const elem = type.kind === 'slice' ? type.elem : box.type;
  exchangeParts(context, elem, slice.array as unknown as Parts, slice.offset + i, slice.offset + j);
}

type Parts = Record<string | number, unknown>;

/**
 * Exchanges two places of one type. Structs and arrays keep their identity, as there may be
 * pointers into them: what they contain changes places.
 */
function exchangeParts(
  context: NativeContext,
  id: number,
  whole: Parts,
  i: string | number,
  j: string | number,
): void {
  const type = context.type(id);
  const a = whole[i];
  const b = whole[j];
  if (type.kind === 'struct') {
    for (const [index, field] of type.fields.entries()) {
      exchangeBetween(context, field.type, a as Parts, b as Parts, `f${index}`);
    }
  } else if (type.kind === 'array') {
    for (let index = 0; index < type.length; index++) {
      exchangeBetween(context, type.elem, a as Parts, b as Parts, index);
    }
  } else {
    whole[i] = b;
    whole[j] = a;
  }
}

/** Exchanges the part `key` of two structs or arrays. */
function exchangeBetween(
  context: NativeContext,
  id: number,
  a: Parts,
  b: Parts,
  key: string | number,
): void {
  const pair: Parts = { a: a[key], b: b[key] };
  exchangeParts(context, id, pair, 'a', 'b');
  // Parts with identity have exchanged their contents already and stay where they are.
  a[key] = pair.a;
  b[key] = pair.b;
}

export const sortNatives = {
  'sort.length': (context: NativeContext, slice: Box | null): number =>
    sliceOf(context, slice).length,
  'sort.swap': exchange,
};
