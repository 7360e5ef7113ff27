// Logarithms and inverse hyperbolic functions, after FreeBSD's msun. Log does on subnormal numbers
// what Go's amd64 code does: it takes their exponent field as it is.

import { frexp, fromWords, highWord, lowWord } from './float-parts.ts';
import { ascending } from './polynomial.ts';

const LN2 = Math.LN2;
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

const oddSeries = [0.6666666666666735, 0.2857142874366239, 0.1818357216161805, 0.14798198605116586];
const evenSeries = [0.3999999999940942, 0.22222198432149784, 0.15313837699209373];
const series = [
  0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784,
  0.1818357216161805, 0.15313837699209373, 0.14798198605116586,
];

export function log(x: number): number {
  if (Number.isNaN(x) || x === Infinity) return x;
  if (x < 0) return NaN;
  if (x === 0) return -Infinity;
  const high = highWord(x);
  let k = ((high >>> 20) & 0x7ff) - 0x3fe;
  let fraction = fromWords((high & 0xfffff) | 0x3fe00000, lowWord(x));
  if (fraction <= Math.SQRT1_2) {
    fraction *= 2;
    k--;
  }
  const f = fraction - 1;
  const s = f / (2 + f);
  const square = s * s;
  const fourth = square * square;
  const sum = square * ascending(fourth, oddSeries) + fourth * ascending(fourth, evenSeries);
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + sum) + k * LN2_LOW) - f);
}

export function log10(x: number): number {
  return log(x) * Math.LOG10E;
}

export function log2(x: number): number {
  const [fraction, exponent] = frexp(x);
  // Powers of two have exact logarithms.
  if (fraction === 0.5) return exponent - 1;
  return log(fraction) * Math.LOG2E + exponent;
}

/** log(1 + x) without losing the digits of a small x. */
export function log1p(x: number): number {
  if (x < -1 || Number.isNaN(x)) return NaN;
  if (x === -1) return -Infinity;
  if (x === Infinity) return Infinity;
  const size = Math.abs(x);
  if (size < 0.41421356237309503) {
    if (size < 2 ** -54) return x;
    if (size < 2 ** -29) return x - x * x * 0.5;
    if (x > -0.2928932188134525) return log1pReduced(x, 0, 0, false);
  }
  let u = size < 2 ** 53 ? 1 + x : x;
  let k = ((highWord(u) >>> 20) & 0x7ff) - 1023;
  let correction = 0;
  if (size < 2 ** 53) correction = (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
  const high = highWord(u) & 0xfffff;
  const low = lowWord(u);
  // The digits of the square root of 2 are the border.
  const isBelow = high < 0x6a09e || (high === 0x6a09e && low < 0x667f3bcd);
  u = fromWords(high | (isBelow ? 0x3ff00000 : 0x3fe00000), low);
  if (!isBelow) k++;
  // What is left of the digits, divided by four: nothing if u is 1 or its distance vanishes.
  const isTiny = isBelow ? high === 0 && low === 0 : high === 0xfffff && low >= 0xfffffffd;
  return log1pReduced(u - 1, k, correction, isTiny);
}

function log1pReduced(f: number, k: number, correction: number, isTiny: boolean): number {
  const half = 0.5 * f * f;
  if (isTiny) {
    if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + (correction + k * LN2_LOW);
    const r = half * (1 - 0.6666666666666666 * f);
    return k === 0 ? f - r : k * LN2_HIGH - (r - (k * LN2_LOW + correction) - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const r = z * ascending(z, series);
  if (k === 0) return f - (half - s * (half + r));
  return k * LN2_HIGH - (half - (s * (half + r) + (k * LN2_LOW + correction)) - f);
}

export function asinh(x: number): number {
  if (!Number.isFinite(x)) return x;
  const size = x < 0 ? -x : x;
  let value: number;
  if (size > 2 ** 28) value = log(size) + LN2;
  else if (size > 2) value = log(2 * size + 1 / (Math.sqrt(size * size + 1) + size));
  else if (size < 2 ** -28) value = size;
  else value = log1p(size + (size * size) / (1 + Math.sqrt(1 + size * size)));
  return x < 0 ? -value : value;
}

export function acosh(x: number): number {
  if (x < 1 || Number.isNaN(x)) return NaN;
  if (x === 1) return 0;
  if (x >= 2 ** 28) return log(x) + LN2;
  if (x > 2) return log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
  const t = x - 1;
  return log1p(t + Math.sqrt(2 * t + t * t));
}

export function atanh(x: number): number {
  if (x < -1 || x > 1 || Number.isNaN(x)) return NaN;
  if (x === 1) return Infinity;
  if (x === -1) return -Infinity;
  const size = x < 0 ? -x : x;
  let value: number;
  if (size < 2 ** -28) {
    value = size;
  } else if (size < 0.5) {
    const double = size + size;
    value = 0.5 * log1p(double + (double * size) / (1 - size));
  } else {
    value = 0.5 * log1p((size + size) / (1 - size));
  }
  return x < 0 ? -value : value;
}
