// Exponentials and powers. Exp is the Taylor series of Shibata (2010) with fused multiply-adds, as
// Go computes it on amd64; Expm1 and Exp2 are those of FreeBSD's msun.

import { frexp, fromWords, highWord, ldexp, lowWord, modf, signbit } from './float-parts.ts';
import { fma } from './fused.ts';
import { log } from './logarithm.ts';
import { ascending, descending } from './polynomial.ts';

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const OVERFLOW = 709.782712893384;

const expSeries = [
  0.0000248015873015873, 0.0001984126984126984, 0.001388888888888889, 0.008333333333333333,
  0.041666666666666664, 0.16666666666666666, 0.5, 1,
] as const;

export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x === -Infinity) return 0;
  if (x > OVERFLOW) return Infinity;
  const exponent = roundedToEven(x * Math.LOG2E);
  if (exponent < -1100) return 0;
  let r = fma(-0.693147180559663, exponent, x);
  r = fma(-2.8235290563031577e-13, exponent, r) * 0.0625;
  let sum: number = expSeries[0];
  for (let i = 1; i < expSeries.length; i++) sum = fma(sum, r, expSeries[i] ?? 0);
  // r is now e^x − 1; squared four times, the last time plus one.
  r *= sum;
  for (let i = 0; i < 3; i++) r *= r + 2;
  r = fma(r, r + 2, 1);
  return scaled(r, exponent);
}

/** The conversion to an integer of SSE2: to nearest, halves to even. */
function roundedToEven(x: number): number {
  const shifted = x + 6755399441055744;
  return Math.abs(x) < 2 ** 31 ? shifted - 6755399441055744 : -2147483648;
}

/** fraction × 2^exponent; subnormal results are rounded once more, from 52 bits above. */
function scaled(fraction: number, exponent: number): number {
  const biased = exponent + 0x3ff;
  if (biased >= 0x7ff) return Infinity;
  if (biased > 0) return fraction * fromWords(biased << 20, 0);
  if (biased < -52) return 0;
  return fraction * fromWords((biased + 0x3fe) << 20, 0) * 2 ** -1022;
}

const multiSeries = [
  0.16666666666666666, -0.0027777777777015593, 0.00006613756321437934, -0.0000016533902205465252,
  4.1381367970572385e-8,
];

export function exp2(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 1023.9999999999999) return Infinity;
  if (x < -1074) return 0;
  const k = Math.trunc(x > 0 ? x + 0.5 : x < 0 ? x - 0.5 : 0);
  const rest = x - k;
  const high = rest * LN2_HIGH;
  const low = -rest * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c = r - t * ascending(t, multiSeries);
  return ldexp(1 - (low - (r * c) / (2 - c) - high), k);
}

const expm1Series = [
  1, -0.03333333333333313, 0.0015873015872548146, -0.0000793650757867488, 0.000004008217827329362,
  -2.0109921818362437e-7,
];

export function expm1(argument: number): number {
  if (argument === Infinity || Number.isNaN(argument)) return argument;
  const size = Math.abs(argument);
  const isNegative = argument < 0;
  if (size >= 38.816242111356935) {
    if (isNegative) return -1;
    if (size >= 709.782712893384) return Infinity;
  }
  if (size < 2 ** -54) return argument;
  let x = argument;
  let correction = 0;
  let k = 0;
  if (size > 0.34657359027997264) {
    let high: number;
    let low: number;
    if (size < 1.0397207708399179) {
      k = isNegative ? -1 : 1;
      high = x - k * LN2_HIGH;
      low = k * LN2_LOW;
    } else {
      k = Math.trunc(Math.LOG2E * x + (isNegative ? -0.5 : 0.5));
      high = x - k * LN2_HIGH;
      low = k * LN2_LOW;
    }
    x = high - low;
    correction = high - x - low;
  }
  const half = 0.5 * x;
  const square = x * half;
  const r = ascending(square, expm1Series);
  const t = 3 - r * half;
  const e = square * ((r - t) / (6 - x * t));
  if (k === 0) return x - (x * e - square);
  return expm1Scaled(x, x * (e - correction) - correction - square, k);
}

/** 2^k (1 + x − e) − 1, without losing digits. */
function expm1Scaled(x: number, e: number, k: number): number {
  if (k === -1) return 0.5 * (x - e) - 0.5;
  if (k === 1) return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
  if (k <= -2 || k > 56) return addToExponent(1 - (e - x), k) - 1;
  if (k < 20) return addToExponent(1 - 2 ** -k - (e - x), k);
  return addToExponent(x - (e + 2 ** -k) + 1, k);
}

function addToExponent(x: number, k: number): number {
  return fromWords((highWord(x) + k * 0x100000) >>> 0, lowWord(x));
}

const sinhNumerator = [
  -26.30563213397497, -2894.211355989564, -89912.72022039509, -630767.3640497717,
];
const sinhDenominator = [1, -173.6789535582337, 15215.17378790019, -630767.3640497717];

export function sinh(x: number): number {
  // −0 is not less than 0: it stays as it is and the series keeps its sign.
  const size = x < 0 ? -x : x;
  let value: number;
  if (size > 21) {
    value = exp(size) * 0.5;
  } else if (size > 0.5) {
    const e = exp(size);
    value = (e - 1 / e) * 0.5;
  } else {
    const square = size * size;
    value = (descending(square, sinhNumerator) * size) / descending(square, sinhDenominator);
  }
  return x < 0 ? -value : value;
}

export function cosh(x: number): number {
  const size = Math.abs(x);
  if (size > 21) return exp(size) * 0.5;
  const e = exp(size);
  return (e + 1 / e) * 0.5;
}

const tanhNumerator = [-0.9643991794250523, -99.28772310019185, -1614.6876844170845];
const tanhDenominator = [1, 112.81167849163293, 2235.4883906010045, 4844.063053251255];

export function tanh(x: number): number {
  const size = Math.abs(x);
  if (size > 44.01484596555653) return x < 0 ? -1 : 1;
  if (size >= 0.625) {
    const value = 1 - 2 / (exp(2 * size) + 1);
    return x < 0 ? -value : value;
  }
  if (x === 0) return x;
  const square = x * x;
  const numerator = x * square * descending(square, tanhNumerator);
  return x + numerator / descending(square, tanhDenominator);
}

function isOddInteger(x: number): boolean {
  return Math.abs(x) < 2 ** 53 && x % 2 !== 0 && Math.trunc(x) === x;
}

/** math.Pow: special cases of C99, then Frexp and repeated squaring for the integer part of y. */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (y === 1) return x;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  if (x === 0) {
    const isSigned = signbit(x) && isOddInteger(y);
    if (y < 0) return isSigned ? -Infinity : Infinity;
    return isSigned ? x : 0;
  }
  if (!Number.isFinite(y)) return powToInfinity(x, y > 0);
  if (!Number.isFinite(x)) {
    if (x < 0) return pow(1 / x, -y);
    return y < 0 ? 0 : Infinity;
  }
  if (y === 0.5) return Math.sqrt(x);
  if (y === -0.5) return 1 / Math.sqrt(x);
  return powFinite(x, y);
}

function powToInfinity(x: number, isPositive: boolean): number {
  if (x === -1) return 1;
  return Math.abs(x) < 1 === isPositive ? 0 : Infinity;
}

function powFinite(x: number, y: number): number {
  let [whole, fraction] = modf(Math.abs(y));
  if (fraction !== 0 && x < 0) return NaN;
  if (whole >= 2 ** 63) return powToInfinity(x, y > 0);
  let value = 1;
  let exponent = 0;
  if (fraction !== 0) {
    if (fraction > 0.5) {
      fraction--;
      whole++;
    }
    value = exp(fraction * log(x));
  }
  let [base, baseExponent] = frexp(x);
  for (let i = whole; i !== 0; i = Math.floor(i / 2)) {
    if (baseExponent < -4096 || baseExponent > 4096) {
      // Over- or underflow is certain; do not let the exponent grow beyond counting.
      exponent += baseExponent;
      break;
    }
    if (i % 2 === 1) {
      value *= base;
      exponent += baseExponent;
    }
    base *= base;
    baseExponent *= 2;
    if (base < 0.5) {
      base += base;
      baseExponent--;
    }
  }
  if (y < 0) {
    value = 1 / value;
    exponent = -exponent;
  }
  return ldexp(value, exponent);
}

/** 10^n as the product of two powers: not always the float nearest to it, but the one Go gives. */
export function pow10(n: number | bigint): number {
  const exponent = Number(n);
  if (exponent < -323) return 0;
  if (exponent > 308) return Infinity;
  const size = Math.abs(exponent);
  const rest = Number(`1e${size % 32}`);
  const coarse = size - (size % 32);
  return exponent < 0 ? Number(`1e-${coarse}`) / rest : Number(`1e${coarse}`) * rest;
}
