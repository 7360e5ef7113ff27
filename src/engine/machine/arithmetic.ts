// Go's 64-bit integer arithmetic off the fast path, shifts, and float to integer conversion.
// Invariant: a result is canonical: a number exactly while it is a safe integer, else a bigint;
// never -0. The fast path is inline in emitted code (code/emit-arithmetic.ts).

import { runtimeErrorPanic } from './go-panic.ts';
import {
  divideHalvesInt64,
  divideHalvesUint64,
  highHalf,
  joinInt64,
  joinUint64,
  lowHalf,
  remainderHalvesInt64,
  remainderHalvesUint64,
} from './wide-halves.ts';

/** An int, int64, uint, uint64 or uintptr. */
export type Wide = number | bigint;

const MAX = Number.MAX_SAFE_INTEGER;
const MAX_BIG = BigInt(MAX);
const MIN_BIG = -MAX_BIG;

/** The canonical form of a value that is in range. */
export function canonical(value: bigint): Wide {
  return value <= MAX_BIG && value >= MIN_BIG ? Number(value) : value;
}

/** The low 64 bits as a signed integer. */
export function wrapInt64(value: Wide): Wide {
  return typeof value === 'number' ? value : canonical(BigInt.asIntN(64, value));
}

/** The low 64 bits as an unsigned integer. */
export function wrapUint64(value: Wide): Wide {
  if (typeof value === 'number' && value >= 0) return value;
  return canonical(BigInt.asUintN(64, BigInt(value)));
}

const signed = (value: bigint): Wide => canonical(BigInt.asIntN(64, value));
const unsigned = (value: bigint): Wide => canonical(BigInt.asUintN(64, value));

export const addInt64 = (x: Wide, y: Wide): Wide => signed(BigInt(x) + BigInt(y));
export const addUint64 = (x: Wide, y: Wide): Wide => unsigned(BigInt(x) + BigInt(y));
export const subtractInt64 = (x: Wide, y: Wide): Wide => signed(BigInt(x) - BigInt(y));
export const subtractUint64 = (x: Wide, y: Wide): Wide => unsigned(BigInt(x) - BigInt(y));
export const multiplyInt64 = (x: Wide, y: Wide): Wide => signed(BigInt(x) * BigInt(y));
export const multiplyUint64 = (x: Wide, y: Wide): Wide => unsigned(BigInt(x) * BigInt(y));

// Bits, and what a number divides, are computed in halves: a bigint is made of the result alone, where
// it is one.

export const divideInt64 = (x: Wide, y: Wide): Wide =>
  divideHalvesInt64(highHalf(x), lowHalf(x), y);
export const divideUint64 = (x: Wide, y: Wide): Wide =>
  divideHalvesUint64(highHalf(x), lowHalf(x), y);
export const remainderInt64 = (x: Wide, y: Wide): Wide =>
  remainderHalvesInt64(highHalf(x), lowHalf(x), y);
export const remainderUint64 = (x: Wide, y: Wide): Wide =>
  remainderHalvesUint64(highHalf(x), lowHalf(x), y);

export const andInt64 = (x: Wide, y: Wide): Wide =>
  joinInt64(highHalf(x) & highHalf(y), lowHalf(x) & lowHalf(y));
export const andUint64 = (x: Wide, y: Wide): Wide =>
  joinUint64(highHalf(x) & highHalf(y), lowHalf(x) & lowHalf(y));
export const orInt64 = (x: Wide, y: Wide): Wide =>
  joinInt64(highHalf(x) | highHalf(y), lowHalf(x) | lowHalf(y));
export const orUint64 = (x: Wide, y: Wide): Wide =>
  joinUint64(highHalf(x) | highHalf(y), lowHalf(x) | lowHalf(y));
export const xorInt64 = (x: Wide, y: Wide): Wide =>
  joinInt64(highHalf(x) ^ highHalf(y), lowHalf(x) ^ lowHalf(y));
export const xorUint64 = (x: Wide, y: Wide): Wide =>
  joinUint64(highHalf(x) ^ highHalf(y), lowHalf(x) ^ lowHalf(y));
export const andNotInt64 = (x: Wide, y: Wide): Wide =>
  joinInt64(highHalf(x) & ~highHalf(y), lowHalf(x) & ~lowHalf(y));
export const andNotUint64 = (x: Wide, y: Wide): Wide =>
  joinUint64(highHalf(x) & ~highHalf(y), lowHalf(x) & ~lowHalf(y));

export function negateInt64(x: Wide): Wide {
  return typeof x === 'number' ? 0 - x : signed(-x);
}
export function negateUint64(x: Wide): Wide {
  return x === 0 ? 0 : unsigned(-BigInt(x));
}
export function complementInt64(x: Wide): Wide {
  return typeof x === 'number' && x < MAX ? -1 - x : signed(~BigInt(x));
}
export const complementUint64 = (x: Wide): Wide => unsigned(~BigInt(x));

/** The low 32 bits of a bigint, as a number that `|0` and `>>>0` read rightly. */
export function low32(value: bigint): number {
  return lowHalf(value);
}

// Shifts

const powers = Array.from({ length: 64 }, (_, i) => 2 ** i);

/** Checks a signed shift count. */
export function shiftCount(count: Wide): Wide {
  return count < 0 ? runtimeErrorPanic('negative shift amount') : count;
}

export function shiftLeftInt64(x: Wide, count: Wide): Wide {
  if (typeof x === 'number' && count < 53) {
    const shifted = x * (powers[Number(count)] ?? 0);
    if (shifted <= MAX && shifted >= -MAX) return shifted;
  }
  if (count > 63) return 0;
  const n = Number(count);
  const low = lowHalf(x);
  if (n > 31) return joinInt64(low << (n - 32), 0);
  return joinInt64((highHalf(x) << n) | ((low >>> 1) >>> (31 - n)), low << n);
}

export function shiftLeftUint64(x: Wide, count: Wide): Wide {
  if (typeof x === 'number' && count < 53) {
    const shifted = x * (powers[Number(count)] ?? 0);
    if (shifted <= MAX) return shifted;
  }
  if (count > 63) return 0;
  const n = Number(count);
  const low = lowHalf(x);
  if (n > 31) return joinUint64(low << (n - 32), 0);
  return joinUint64((highHalf(x) << n) | ((low >>> 1) >>> (31 - n)), low << n);
}

export function shiftRightInt64(x: Wide, count: Wide): Wide {
  if (count > 63) return x < 0 ? -1 : 0;
  if (typeof x === 'number') return Math.floor(x / (powers[Number(count)] ?? 1));
  const high = highHalf(x);
  const n = Number(count);
  if (n > 31) return high >> (n - 32);
  return joinInt64(high >> n, (lowHalf(x) >>> n) | ((high << 1) << (31 - n)));
}

export function shiftRightUint64(x: Wide, count: Wide): Wide {
  if (count > 63) return 0;
  if (typeof x === 'number') return Math.floor(x / (powers[Number(count)] ?? 1));
  const high = highHalf(x);
  const n = Number(count);
  if (n > 31) return (high >>> 0) >>> (n - 32);
  return joinUint64(high >>> n, (lowHalf(x) >>> n) | ((high << 1) << (31 - n)));
}

// Of 32 bits and fewer; the caller wraps the result to its width.

export const shiftLeft32 = (x: number, count: Wide): number =>
  count > 31 ? 0 : x << Number(count);
export const shiftRightInt32 = (x: number, count: Wide): number =>
  x >> (count > 31 ? 31 : Number(count));
export const shiftRightUint32 = (x: number, count: Wide): number =>
  count > 31 ? 0 : x >>> Number(count);

// Floats, as amd64 converts them: what does not fit becomes the smallest int64.

const TWO_63 = 2 ** 63;
const MIN_INT64 = -(2n ** 63n);

export function floatToInt64(x: number): Wide {
  const whole = Math.trunc(x) + 0;
  if (whole <= MAX && whole >= -MAX) return whole;
  return whole < TWO_63 && whole >= -TWO_63 ? canonical(BigInt(whole)) : MIN_INT64;
}

export function floatToUint64(x: number): Wide {
  const whole = Math.trunc(x) + 0;
  if (whole >= 0 && whole <= MAX) return whole;
  if (whole < TWO_63) return wrapUint64(floatToInt64(x));
  const rest = floatToInt64(whole - TWO_63);
  return unsigned(BigInt(rest) ^ (1n << 63n));
}

/** int32(x): out of range gives the smallest int32. */
export function floatToInt32(x: number): number {
  const whole = Math.trunc(x);
  return whole >= -(2 ** 31) && whole < 2 ** 31 ? whole : -(2 ** 31);
}

/** The low 32 bits of int64(x), for the narrow types. */
export function floatToLow32(x: number): number {
  const whole = floatToInt64(x);
  return typeof whole === 'number' ? whole : low32(whole);
}

/** The least of Go's ordered values; they are of one type. */
export function least<T extends Wide | string>(first: T, ...others: readonly T[]): T {
  return others.reduce((best, x) => (x < best ? x : best), first);
}

export function greatest<T extends Wide | string>(first: T, ...others: readonly T[]): T {
  return others.reduce((best, x) => (x > best ? x : best), first);
}

/**
 * float32(x) of an integer with 64 bits, rounded once: of what a double has no room for, one bit says
 * whether there is any.
 */
export function wideToFloat32(x: number | bigint): number {
  if (typeof x === 'number') return Math.fround(x);
  const high = x >> 11n;
  const isExact = high << 11n === x;
  return Math.fround(Number(isExact ? high : high | 1n) * 2048);
}
