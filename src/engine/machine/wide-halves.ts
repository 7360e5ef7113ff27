// 64-bit integers between their two forms: two halves of 32 bits, as fast code computes with them, and
// what they are everywhere else. Invariant: what is joined is canonical (arithmetic.ts).

import { divideByZero } from './go-panic.ts';

type Wide = number | bigint;

const TWO_32 = 2 ** 32;
/** High halves below it belong to safe integers. */
const SAFE_HIGH = 2 ** 21;

/** A bigint written to the one is read from the other as halves: the lower, the higher. */
export const bigScratch = new BigUint64Array(1);
export const halfScratch = new Int32Array(bigScratch.buffer);
const signedScratch = new BigInt64Array(bigScratch.buffer);

export function joinUint64(high: number, low: number): Wide {
  const natural = high >>> 0;
  if (natural < SAFE_HIGH) return natural * TWO_32 + (low >>> 0);
  halfScratch[0] = low;
  halfScratch[1] = high;
  return bigScratch[0] ?? 0n;
}

export function joinInt64(high: number, low: number): Wide {
  if (high < SAFE_HIGH && high >= -SAFE_HIGH && (high !== -SAFE_HIGH || low !== 0)) {
    return high * TWO_32 + (low >>> 0);
  }
  halfScratch[0] = low;
  halfScratch[1] = high;
  return signedScratch[0] ?? 0n;
}

// Division. A divisor of at most 37 bits divides digit by digit: each remainder with the next 16 bits
// is a safe integer.

const SHORT = 2 ** 37;

export function remainderHalvesUint64(high: number, low: number, y: Wide): Wide {
  const natural = high >>> 0;
  if (typeof y === 'number') {
    if (y === 0) return divideByZero();
    if (natural < SAFE_HIGH) return (natural * TWO_32 + (low >>> 0)) % y;
    if (y <= SHORT) return shortRemainder(natural, low >>> 0, y);
  }
  return canonicalUnsigned(big(high, low) % BigInt(y));
}

export function divideHalvesUint64(high: number, low: number, y: Wide): Wide {
  const natural = high >>> 0;
  if (typeof y === 'number') {
    if (y === 0) return divideByZero();
    if (natural < SAFE_HIGH) return Math.floor((natural * TWO_32 + (low >>> 0)) / y);
  }
  return canonicalUnsigned(big(high, low) / BigInt(y));
}

export function remainderHalvesInt64(high: number, low: number, y: Wide): Wide {
  if (typeof y === 'number' && y !== 0 && high < SAFE_HIGH && high > -SAFE_HIGH) {
    return ((high * TWO_32 + (low >>> 0)) % y) + 0;
  }
  if (y === 0) return divideByZero();
  if (typeof y === 'number' && y > 0 && y <= SHORT) {
    if (high >= 0) return shortRemainder(high, low >>> 0, y);
    const [naturalHigh, naturalLow] = [~high + (low === 0 ? 1 : 0), -low >>> 0];
    return 0 - shortRemainder(naturalHigh >>> 0, naturalLow, y);
  }
  return canonicalSigned(bigSigned(high, low) % BigInt(y));
}

export function divideHalvesInt64(high: number, low: number, y: Wide): Wide {
  if (typeof y === 'number' && y !== 0 && high < SAFE_HIGH && high > -SAFE_HIGH) {
    return Math.trunc((high * TWO_32 + (low >>> 0)) / y) + 0;
  }
  if (y === 0) return divideByZero();
  return canonicalSigned(BigInt.asIntN(64, bigSigned(high, low) / BigInt(y)));
}

function shortRemainder(high: number, low: number, y: number): number {
  const first = remainder(high, y);
  const second = remainder(first * 65536 + (low >>> 16), y);
  return remainder(second * 65536 + (low & 65535), y);
}

/** x % y of natural safe integers: `%` itself is a call where they are large. */
function remainder(x: number, y: number): number {
  const rest = x - Math.floor(x / y) * y;
  return rest < 0 ? rest + y : rest;
}

function big(high: number, low: number): bigint {
  halfScratch[0] = low;
  halfScratch[1] = high;
  return bigScratch[0] ?? 0n;
}

function bigSigned(high: number, low: number): bigint {
  halfScratch[0] = low;
  halfScratch[1] = high;
  return signedScratch[0] ?? 0n;
}

function canonicalUnsigned(value: bigint): Wide {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}

function canonicalSigned(value: bigint): Wide {
  const isSafe =
    value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= -BigInt(Number.MAX_SAFE_INTEGER);
  return isSafe ? Number(value) : value;
}
