// Natives of package sort: length and swapping of elements of a slice of any type.

import type { NativeContext } from '../machine/native.ts';
import { type Box, Slice } from '../machine/value.ts';

function sliceOf(context: NativeContext, slice: Box | null): Slice {
  if (slice !== null && slice.value instanceof Slice) return slice.value;
  return context.runtimePanic('sort: the argument is not a slice');
}

/** Struct and array elements keep their identity: their contents change places. */
function exchange(context: NativeContext, box: Box | null, i: number, j: number): void {
  const slice = sliceOf(context, box);
  if (slice.array === null || box === null) return;
  const { array, offset } = slice;
  const type = context.type(box.type);
  const elem = type.kind === 'slice' ? context.type(type.elem) : type;
  const a = array[offset + i];
  const b = array[offset + j];
  if (elem.kind === 'struct' || elem.kind === 'array') {
    exchangeContents(a, b, elem.kind === 'struct' ? elem.fields.length : elem.length, elem.kind);
    return;
  }
  array[offset + i] = b as never;
  array[offset + j] = a as never;
}

function exchangeContents(a: unknown, b: unknown, count: number, kind: 'struct' | 'array'): void {
  const x = a as Record<string | number, unknown>;
  const y = b as Record<string | number, unknown>;
  for (let index = 0; index < count; index++) {
    const key = kind === 'struct' ? `f${index}` : index;
    const kept = x[key];
    x[key] = y[key];
    y[key] = kept;
  }
}

export const sortNatives = {
  'sort.length': (context: NativeContext, slice: Box | null): number =>
    sliceOf(context, slice).length,
  'sort.swap': exchange,
};
