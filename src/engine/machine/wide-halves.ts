// 64-bit integers between their two forms: two halves of 32 bits, as fast code computes with them, and
// what they are everywhere else; and division, which works on both. Invariant: what is joined is
// canonical (arithmetic.ts).

import { divideByZero } from './go-panic.ts';

type Wide = number | bigint;

const TWO_32 = 2 ** 32;
/** Times a number: its high half, before the point. */
const HIGH = 2 ** -32;
/** High halves below it belong to safe integers. */
const SAFE_HIGH = 2 ** 21;

/** A bigint written to the one is read from the other as halves: the lower, the higher. */
export const bigScratch = new BigUint64Array(1);
export const halfScratch = new Int32Array(bigScratch.buffer);
const signedScratch = new BigInt64Array(bigScratch.buffer);

export function joinUint64(high: number, low: number): Wide {
  const natural = high >>> 0;
  return natural < SAFE_HIGH ? natural * TWO_32 + (low >>> 0) : bigUnsigned(high, low);
}

export function joinInt64(high: number, low: number): Wide {
  if (high < SAFE_HIGH && high >= -SAFE_HIGH && (high !== -SAFE_HIGH || low !== 0)) {
    return high * TWO_32 + (low >>> 0);
  }
  return bigSigned(high, low);
}

function bigUnsigned(high: number, low: number): bigint {
  halfScratch[0] = low;
  halfScratch[1] = high;
  return bigScratch[0] ?? 0n;
}

function bigSigned(high: number, low: number): bigint {
  halfScratch[0] = low;
  halfScratch[1] = high;
  return signedScratch[0] ?? 0n;
}

export function lowHalf(x: Wide): number {
  if (typeof x === 'number') return x | 0;
  bigScratch[0] = x;
  return halfScratch[0] ?? 0;
}

export function highHalf(x: Wide): number {
  if (typeof x === 'number') return Math.floor(x * HIGH) | 0;
  bigScratch[0] = x;
  return halfScratch[1] ?? 0;
}

/** The high half of a product, of which Math.imul of the low halves is the low one. */
export function highOfProduct(xHigh: number, xLow: number, yHigh: number, yLow: number): number {
  const a0 = xLow & 65535;
  const a1 = xLow >>> 16;
  const b0 = yLow & 65535;
  const b1 = yLow >>> 16;
  const t = (Math.imul(a1, b0) + (Math.imul(a0, b0) >>> 16)) | 0;
  const u = (Math.imul(a0, b1) + (t & 65535)) | 0;
  const high = Math.imul(a1, b1) + (t >>> 16) + (u >>> 16);
  return (high + Math.imul(xHigh, yLow) + Math.imul(xLow, yHigh)) | 0;
}

// Counting bits

/** How many bits are set. */
export function onesOfHalves(high: number, low: number): number {
  return ones(high) + ones(low);
}

function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many bits are needed. */
export function lengthOfHalves(high: number, low: number): number {
  return high === 0 ? 32 - Math.clz32(low) : 64 - Math.clz32(high);
}

/** How many bits below the lowest one that is set. */
export function zerosBelowHalves(high: number, low: number): number {
  if (low !== 0) return 31 - Math.clz32(low & -low);
  return high === 0 ? 64 : 63 - Math.clz32(high & -high);
}

// Division by a safe integer, without bigints. The quotient of floating-point numbers is wrong by so
// little that what is left over is a safe integer, and that is divided once more.

/** Divisors up to here leave room for that. */
const LARGEST = 2 ** 52;

/** Whether halves are divided so. */
function isShort(y: number): boolean {
  return y !== 0 && y <= LARGEST && y >= -LARGEST;
}

/** The remainder of a signed integer; of the quotient what is left is found again. */
function remainderOf(high: number, low: number, about: number, divisor: number): number {
  const y = Math.abs(divisor);
  const left = leftOver(high, low, Math.floor(about / y), y);
  const rest = left - Math.floor(left / y) * y;
  return about < 0 && rest > 0 ? rest - y : rest;
}

/** x - quotient * y, which is safe. */
function leftOver(high: number, low: number, quotient: number, y: number): number {
  const qHigh = Math.floor(quotient * HIGH) | 0;
  const qLow = quotient | 0;
  const yHigh = Math.floor(y * HIGH) | 0;
  const yLow = y | 0;
  const pLow = Math.imul(qLow, yLow);
  const rLow = (low - pLow) | 0;
  const borrow = ((~low & pLow) | ((~low | pLow) & rLow)) >>> 31;
  const rHigh = (high - highOfProduct(qHigh, qLow, yHigh, yLow) - borrow) | 0;
  return rHigh * TWO_32 + (rLow >>> 0);
}

function quotientOf(
  high: number,
  low: number,
  about: number,
  divisor: number,
  join: (high: number, low: number) => Wide,
): Wide {
  const y = Math.abs(divisor);
  const floor = Math.floor(about / y);
  const left = leftOver(high, low, floor, y);
  const more = Math.floor(left / y);
  const isUp = about < 0 && left - more * y > 0;
  // Both parts may be too large for numbers together.
  const xHigh = Math.floor(floor * HIGH) | 0;
  const xLow = floor | 0;
  const added = more + (isUp ? 1 : 0);
  const qLow = (xLow + added) | 0;
  const qHigh = (xHigh + Math.floor(((xLow >>> 0) + added) * HIGH)) | 0;
  if (divisor > 0) return join(qHigh, qLow);
  return join((~qHigh + (qLow === 0 ? 1 : 0)) | 0, -qLow | 0);
}

export function remainderHalvesUint64(high: number, low: number, y: Wide): Wide {
  if (typeof y === 'number' && isShort(y))
    return remainderOf(high, low, (high >>> 0) * TWO_32 + (low >>> 0), y);
  if (y === 0) return divideByZero();
  return canonicalUnsigned(bigUnsigned(high, low) % BigInt(y));
}

export function divideHalvesUint64(high: number, low: number, y: Wide): Wide {
  const about = (high >>> 0) * TWO_32 + (low >>> 0);
  if (typeof y === 'number' && isShort(y)) {
    if (high >>> 0 < SAFE_HIGH) return Math.floor(about / y);
    return quotientOf(high, low, about, y, joinUint64);
  }
  if (y === 0) return divideByZero();
  return canonicalUnsigned(bigUnsigned(high, low) / BigInt(y));
}

export function remainderHalvesInt64(high: number, low: number, y: Wide): Wide {
  if (typeof y === 'number' && isShort(y))
    return remainderOf(high, low, high * TWO_32 + (low >>> 0), y);
  if (y === 0) return divideByZero();
  return canonicalSigned(bigSigned(high, low) % BigInt(y));
}

export function divideHalvesInt64(high: number, low: number, y: Wide): Wide {
  const about = high * TWO_32 + (low >>> 0);
  if (typeof y === 'number' && isShort(y)) {
    if (high < SAFE_HIGH && high > -SAFE_HIGH) return Math.trunc(about / y) + 0;
    return quotientOf(high, low, about, y, joinInt64);
  }
  if (y === 0) return divideByZero();
  return canonicalSigned(BigInt.asIntN(64, bigSigned(high, low) / BigInt(y)));
}

// x*y + z, divided: what modular arithmetic and generators of random numbers do with products that
// are no safe integers.

/** The remainder of a number that is a safe integer: `%` of JS is slow where it is no int32. */
export function remainderOfSafe(x: number, y: number): number {
  const divisor = Math.abs(y);
  const natural = Math.abs(x);
  const rest = natural - Math.floor(natural / divisor) * divisor;
  return x < 0 ? 0 - rest : rest;
}

/** Leaves the halves of x*y + z in the scratch. */
function multiplyAdd(x: Wide, y: Wide, z: Wide): void {
  const xLow = lowHalf(x);
  const yLow = lowHalf(y);
  const zLow = lowHalf(z);
  const product = Math.imul(xLow, yLow);
  const low = (product + zLow) | 0;
  const carry = ((product & zLow) | ((product | zLow) & ~low)) >>> 31;
  const high = highOfProduct(highHalf(x), xLow, highHalf(y), yLow) + highHalf(z) + carry;
  halfScratch[0] = low;
  halfScratch[1] = high;
}

const scratchLow = (): number => halfScratch[0] ?? 0;
const scratchHigh = (): number => halfScratch[1] ?? 0;

/** Products up to here do not wrap, and are known to a thousand or so. */
const ABOUT = 2 ** 63 - 2 ** 12;

/** (x*y + z) % divisor where low halves tell: null where they do not. */
function narrowRemainder(x: Wide, y: Wide, z: Wide, divisor: Wide): number | null {
  if (typeof x !== 'number' || typeof y !== 'number') return null;
  if (typeof z !== 'number' || typeof divisor !== 'number') return null;
  const about = x * y + z;
  if (divisor <= 0 || divisor >= 2 ** 30 || about >= ABOUT || about <= -ABOUT) return null;
  const quotient = Math.floor(about / divisor);
  const left = (Math.imul(x | 0, y | 0) + (z | 0) - Math.imul(quotient | 0, divisor | 0)) | 0;
  let rest = left;
  if (left < 0 || left >= divisor) {
    rest = left % divisor;
    if (rest < 0) rest += divisor;
  }
  return about < 0 && rest > 0 ? rest - divisor : rest + 0;
}

export function multiplyRemainderInt64(x: Wide, y: Wide, z: Wide, divisor: Wide): Wide {
  const narrow = narrowRemainder(x, y, z, divisor);
  if (narrow !== null) return narrow;
  multiplyAdd(x, y, z);
  return remainderHalvesInt64(scratchHigh(), scratchLow(), divisor);
}

export function multiplyRemainderUint64(x: Wide, y: Wide, z: Wide, divisor: Wide): Wide {
  const narrow = narrowRemainder(x, y, z, divisor);
  if (narrow !== null) return narrow;
  multiplyAdd(x, y, z);
  return remainderHalvesUint64(scratchHigh(), scratchLow(), divisor);
}

export function multiplyDivideInt64(x: Wide, y: Wide, z: Wide, divisor: Wide): Wide {
  multiplyAdd(x, y, z);
  return divideHalvesInt64(scratchHigh(), scratchLow(), divisor);
}

export function multiplyDivideUint64(x: Wide, y: Wide, z: Wide, divisor: Wide): Wide {
  multiplyAdd(x, y, z);
  return divideHalvesUint64(scratchHigh(), scratchLow(), divisor);
}

function canonicalUnsigned(value: bigint): Wide {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}

function canonicalSigned(value: bigint): Wide {
  const most = BigInt(Number.MAX_SAFE_INTEGER);
  return value <= most && value >= -most ? Number(value) : value;
}
