// Natives of package sort: length and swapping of elements of a slice of any type.

import type { NativeContext } from '../machine/native.ts';
import type { SliceOperations } from '../machine/slice-operations.ts';
import { type Box, Slice } from '../machine/value.ts';

function sliceOf(context: NativeContext, slice: Box | null): Slice {
  if (slice !== null && slice.value instanceof Slice) return slice.value;
  return context.runtimePanic('sort: the argument is not a slice');
}

function exchange(context: NativeContext, box: Box | null, i: number, j: number): void {
  const slice = sliceOf(context, box);
  if (box !== null) (context.operations(box.type) as SliceOperations).exchange(slice, i, j);
}

export const sortNatives = {
  'sort.length': (context: NativeContext, slice: Box | null): number =>
    sliceOf(context, slice).length,
  'sort.swap': exchange,
};
