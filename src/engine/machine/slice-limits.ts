// The limits of slice expressions and their panics (runtime/error.go boundsErrorFmts).

import type { Wide } from './arithmetic.ts';
import { boundsPanic } from './go-panic.ts';

/** Checks the limits of a slice expression, in Go's order: from the last to the first. */
export function sliceLimits(
  length: number,
  capacity: number,
  boundName: 'length' | 'capacity',
  low: Wide | null,
  high: Wide | null,
  max: Wide | null,
): { readonly start: number; readonly end: number; readonly capacity: number } {
  const start = low ?? 0;
  if (max !== null) {
    const end = high ?? length;
    if (!(max >= 0 && max <= capacity)) sliceBounds(`[::${max}]`, max, boundName, capacity);
    if (!(end >= 0 && end <= max)) boundsPanic(outOfRange(`[:${end}:${end < 0 ? '' : max}]`));
    if (!(start >= 0 && start <= end)) {
      boundsPanic(outOfRange(start < 0 ? `[${start}::]` : `[${start}:${end}:]`));
    }
    return { start: Number(start), end: Number(end), capacity: Number(max) - Number(start) };
  }
  const end = high ?? length;
  if (!(end >= 0 && end <= capacity)) sliceBounds(`[:${end}]`, end, boundName, capacity);
  if (!(start >= 0 && start <= end)) {
    boundsPanic(outOfRange(`[${start}:${start < 0 ? '' : end}]`));
  }
  return { start: Number(start), end: Number(end), capacity: capacity - Number(start) };
}

function outOfRange(what: string): string {
  return `slice bounds out of range ${what}`;
}

function sliceBounds(what: string, limit: Wide, boundName: string, bound: number): never {
  const rest = limit < 0 ? '' : ` with ${boundName} ${bound}`;
  boundsPanic(`${outOfRange(what)}${rest}`);
}
