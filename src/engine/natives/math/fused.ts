// x*y + z rounded once. The common case splits product and sums into two floats without error
// (Dekker, Knuth) and rounds the small part to odd before the last addition (Boldo and Melquiond,
// 2008); where a part could overflow or underflow, integers of any size do it.

import { copysign, highWord, ldexp, lowWord, nextafter } from './float-parts.ts';

const SPLITTER = 2 ** 27 + 1;
const SMALL = 2 ** -900;
const LARGE = 2 ** 900;

export function fma(x: number, y: number, z: number): number {
  const product = x * y;
  const size = Math.abs(product);
  const added = Math.abs(z);
  const factors = Math.max(Math.abs(x), Math.abs(y));
  if (size > SMALL && size < LARGE && factors < LARGE && added < LARGE) {
    if (added > SMALL) return fusedNormal(x, y, z, product);
    // product + 0 is what rounding once gives; it keeps the sign of a product.
    if (z === 0) return product;
  }
  return fusedExact(x, y, z);
}

function fusedNormal(x: number, y: number, z: number, product: number): number {
  const xHigh = high(x);
  const xLow = x - xHigh;
  const yHigh = high(y);
  const yLow = y - yHigh;
  const productRest = xLow * yLow - (product - xHigh * yHigh - xLow * yHigh - xHigh * yLow);

  const low = z + productRest;
  const lowRest = sumRest(z, productRest, low);
  const sum = product + low;
  const sumRestOf = sumRest(product, low, sum);
  return sum + addToOdd(lowRest, sumRestOf);
}

/** The upper half of the digits (Veltkamp). */
function high(x: number): number {
  const scaled = SPLITTER * x;
  return scaled - (scaled - x);
}

/** What is missing of a + b in the rounded sum. */
function sumRest(a: number, b: number, sum: number): number {
  const second = sum - a;
  return a - (sum - second) + (b - second);
}

/** a + b rounded to odd: exact, or the neighbour with an odd last digit. */
function addToOdd(a: number, b: number): number {
  const sum = a + b;
  const rest = sumRest(a, b, sum);
  if (rest === 0 || lowWord(sum) % 2 === 1) return sum;
  return nextafter(sum, rest > 0 ? Infinity : -Infinity);
}

function fusedExact(x: number, y: number, z: number): number {
  const product = x * y;
  if (!Number.isFinite(x) || !Number.isFinite(y) || x === 0 || y === 0) return product + z;
  if (!Number.isFinite(z)) return z;
  if (z === 0) return product === 0 ? product : rounded(exactProduct(x, y));
  const p = exactProduct(x, y);
  const c = exactParts(z);
  const exponent = Math.min(p.exponent, c.exponent);
  const sum =
    (p.mantissa << BigInt(p.exponent - exponent)) + (c.mantissa << BigInt(c.exponent - exponent));
  return sum === 0n ? 0 : rounded({ mantissa: sum, exponent });
}

interface Exact {
  readonly mantissa: bigint;
  readonly exponent: number;
}

function exactProduct(x: number, y: number): Exact {
  const a = exactParts(x);
  const b = exactParts(y);
  return { mantissa: a.mantissa * b.mantissa, exponent: a.exponent + b.exponent };
}

function exactParts(x: number): Exact {
  const word = highWord(x);
  const biased = (word >>> 20) & 0x7ff;
  const fraction = (BigInt(word & 0xfffff) << 32n) | BigInt(lowWord(x));
  const magnitude = biased === 0 ? fraction : fraction | (1n << 52n);
  return {
    mantissa: x < 0 ? -magnitude : magnitude,
    exponent: biased === 0 ? -1074 : biased - 1075,
  };
}

/** mantissa × 2^exponent to the nearest float64, ties to even. */
function rounded({ mantissa, exponent }: Exact): number {
  const sign = mantissa < 0n ? -1 : 1;
  let magnitude = mantissa < 0n ? -mantissa : mantissa;
  let scale = exponent;
  const length = magnitude.toString(2).length;
  const drop = Math.max(length - 53, -1074 - scale);
  if (drop > 0) {
    const half = 1n << BigInt(drop - 1);
    const rest = magnitude & ((1n << BigInt(drop)) - 1n);
    magnitude >>= BigInt(drop);
    if (rest > half || (rest === half && magnitude % 2n === 1n)) magnitude++;
    scale += drop;
  }
  return copysign(ldexp(Number(magnitude), scale), sign);
}
