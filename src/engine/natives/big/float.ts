// Binary floats of any precision, for math/big. A float that is finite and not zero is m × 2^e with
// an integer m; Go holds m, odd and with the sign, and the exponent x for which |m × 2^e| × 2^−x is
// in [½, 1). Results are rounded once. All functions are pure.

import { canonical, ldexp, type Word } from '../math/float-parts.ts';
import { bitLength, magnitude, multiply, shiftLeft, squareRoot, trailingZeros } from './integer.ts';
import { exponentsOf, scanExponent, scanMantissa, scanSign } from './scan-number.ts';

/** The rounding modes of math/big, by number. */
const nearestEven = 0;
const nearestAway = 1;
const toZero = 2;
const awayFromZero = 3;
const toNegative = 4;

/** m × 2^e; `inexact`: the true value has a little more magnitude than that. */
export interface Binary {
  readonly m: bigint;
  readonly e: number;
  readonly inexact: boolean;
}

/** Mantissa, exponent and accuracy (−1 below the true value, 0 exact, 1 above) as Go holds them. */
type Rounded = [mantissa: Word, exponent: number, accuracy: number];

export function binaryOf(mantissa: Word, exponent: number): Binary {
  const m = BigInt(mantissa);
  return { m, e: exponent - bitLength(m), inexact: false };
}

/** Does the part that is cut off make the magnitude one more? `half`: how it compares to a half. */
function roundsAway(mode: number, negative: boolean, isOdd: boolean, half: number): boolean {
  switch (mode) {
    case nearestEven:
      return half > 0 || (half === 0 && isOdd);
    case nearestAway:
      return half >= 0;
    case toZero:
      return false;
    case awayFromZero:
      return true;
    default:
      return negative === (mode === toNegative);
  }
}

/** |m| × 2^e as a multiple of 2^unit, with the accuracy of the magnitude. */
function roundToUnit(value: Binary, unit: number, mode: number): [bigint, number] {
  // Two more bits tell a half from less and more; what is smaller still only matters by being there.
  const spare = Math.max(0, value.e - unit + 2);
  const wide = (magnitude(value.m) << BigInt(spare)) | (value.inexact ? 1n : 0n);
  const shift = BigInt(unit - (value.e - spare));
  if (value.inexact && spare === 0 && shift === 0n) return [wide, -1];
  const kept = wide >> shift;
  const rest = wide - (kept << shift);
  if (rest === 0n) return [kept, 0];
  const half = 1n << (shift - 1n);
  const comparison = rest > half ? 1 : rest < half ? -1 : 0;
  const away = roundsAway(mode, value.m < 0n, (kept & 1n) === 1n, comparison);
  return away ? [kept + 1n, 1] : [kept, -1];
}

/** Rounds to a precision in bits. */
export function round(value: Binary, precision: number, mode: number): Rounded {
  const negative = value.m < 0n;
  const bits = bitLength(value.m);
  if (bits === 0) return [0, 0, 0];
  if (bits <= precision && !value.inexact) return [...held(value.m, value.e), 0];
  const unit = value.e + bits - precision;
  const [kept, accuracy] = roundToUnit(value, unit, mode);
  return [...held(negative ? -kept : kept, unit), negative ? -accuracy || 0 : accuracy];
}

/** The mantissa made odd, and Go's exponent. */
function held(m: bigint, e: number): [Word, number] {
  const zeros = trailingZeros(m);
  return [canonical(m >> BigInt(zeros)), e + bitLength(m)];
}

/** So far apart that the smaller operand can only show in the rounding. */
const farApart = 1 << 20;

function add(x: Binary, y: Binary, precision: number): Binary {
  const [high, low] = x.e >= y.e ? [x, y] : [y, x];
  const distance = high.e - low.e;
  if (distance > Math.max(farApart, bitLength(low.m) + precision + 8)) {
    const shift = precision + 8;
    const m = high.m << BigInt(shift);
    const sameSign = high.m < 0n === low.m < 0n;
    const step = high.m < 0n ? 1n : -1n;
    return { m: sameSign ? m : m + step, e: high.e - shift, inexact: true };
  }
  return { m: shiftLeft(high.m, distance) + low.m, e: low.e, inexact: false };
}

function quotient(x: Binary, y: Binary, precision: number): Binary {
  const shift = Math.max(0, precision + 2 + bitLength(y.m) - bitLength(x.m));
  const above = shiftLeft(x.m, shift);
  const m = above / y.m;
  return { m, e: x.e - y.e - shift, inexact: m * y.m !== above };
}

function root(x: Binary, precision: number): Binary {
  let shift = Math.max(0, 2 * (precision + 2) - bitLength(x.m));
  if ((x.e - shift) % 2 !== 0) shift++;
  const wide = x.m << BigInt(shift);
  const m = squareRoot(wide);
  return { m, e: (x.e - shift) / 2, inexact: m * m !== wide };
}

function operate(
  operator: string,
  mantissaX: Word,
  exponentX: number,
  mantissaY: Word,
  exponentY: number,
  precision: number,
  mode: number,
): Rounded {
  const x = binaryOf(mantissaX, exponentX);
  const y = binaryOf(mantissaY, exponentY);
  switch (operator) {
    case '+':
      return round(add(x, y, precision), precision, mode);
    case '-':
      return round(add(x, { ...y, m: -y.m }, precision), precision, mode);
    case '*':
      return round({ m: multiply(x.m, y.m), e: x.e + y.e, inexact: false }, precision, mode);
    case '/':
      return round(quotient(x, y, precision), precision, mode);
    default:
      return round(root(x, precision), precision, mode);
  }
}

/** Rounds to a float of the host: bits of precision and the exponent of the smallest number. */
function toHost(value: Binary, precision: number, smallest: number): [number, number] {
  const negative = value.m < 0n;
  const sign = negative ? -1 : 1;
  const bits = bitLength(value.m);
  if (bits === 0) return [0, 0];
  const unit = Math.max(value.e + bits - precision, smallest);
  if (unit > 2000) return [sign * Infinity, sign];
  if (value.e + bits < smallest - 1) return [negative ? -0 : 0, -sign];
  const [kept, accuracy] = roundToUnit(value, unit, nearestEven);
  const result = ldexp(Number(kept), unit) * sign;
  const isOverflow = precision === 24 && Math.abs(result) > 3.4028234663852886e38;
  if (isOverflow || !Number.isFinite(result)) return [sign * Infinity, sign];
  return [result, accuracy * sign || 0];
}

/** A quotient of integers as float64 or float32; whether it is exact. */
function rationalToHost(a: Word, b: Word, single: boolean): [number, boolean] {
  const above = { m: BigInt(a), e: 0, inexact: false };
  const value = quotient(above, { m: BigInt(b), e: 0, inexact: false }, 64);
  const [result, accuracy] = single ? toHost(value, 24, -149) : toHost(value, 53, -1074);
  return [result, accuracy === 0];
}

/** 5^n as Float.pow5 makes it: rounded at every step once it is large. */
function powerOfFive(n: number, precision: number): Binary {
  const exact = 27;
  if (n <= exact) return { m: 5n ** BigInt(n), e: 0, inexact: false };
  const times = (x: Binary, y: Binary, bits: number): Binary => {
    const [m, exponent] = round({ m: x.m * y.m, e: x.e + y.e, inexact: false }, bits, nearestEven);
    return binaryOf(m, exponent);
  };
  let result: Binary = { m: 5n ** BigInt(exact), e: 0, inexact: false };
  let factor: Binary = { m: 5n, e: 0, inexact: false };
  for (let rest = n - exact; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = times(result, factor, precision);
    factor = times(factor, factor, precision + 64);
  }
  return result;
}

/** The accuracy of a number that was multiplied with or divided by an infinite power of five. */
const infinitePower = 2;

/** Float.Parse: mantissa, exponent, accuracy, sign, base, error and how much was read. */
function parse(
  text: string,
  base: number,
  precision: number,
  mode: number,
): [Word, number, number, boolean, number, string, number] {
  const { negative, end } = scanSign(text);
  const mantissa = scanMantissa(text, end, base, true);
  const failed = (error: string, at: number): ReturnType<typeof parse> => [
    0,
    0,
    0,
    negative,
    mantissa.base,
    error,
    at,
  ];
  if (mantissa.error !== '') return failed(mantissa.error, mantissa.end);
  const exponent = scanExponent(text, mantissa.end, base === 0);
  if (exponent.error !== '') return failed(exponent.error, exponent.end);
  if (mantissa.value === 0n) return failed('', exponent.end);
  const { twos, fives } = exponentsOf(mantissa, exponent);
  const x = twos + bitLength(mantissa.value);
  if (x < -(2 ** 31) || x >= 2 ** 31) return failed('exponent overflow', exponent.end);
  const value = { m: negative ? -mantissa.value : mantissa.value, e: twos, inexact: false };
  const scale = powerOfFive(Math.abs(fives), precision + 64);
  if (scale.e + bitLength(scale.m) >= 2 ** 31) {
    const beyond = fives < 0 ? -(2 ** 32) : 2 ** 32;
    const infinite: Rounded = [negative ? -1 : 1, beyond, infinitePower];
    return [...infinite, negative, mantissa.base, '', exponent.end];
  }
  let scaled: Binary = value;
  if (fives < 0) scaled = quotient(value, scale, precision);
  else if (fives > 0) scaled = { m: value.m * scale.m, e: value.e + scale.e, inexact: false };
  return [...round(scaled, precision, mode), negative, mantissa.base, '', exponent.end];
}

export const floatNatives = {
  'math/big.operate': operate,
  'math/big.round': (mantissa: Word, exponent: number, precision: number, mode: number): Rounded =>
    round(binaryOf(mantissa, exponent), precision, mode),
  'math/big.odd': (mantissa: Word): Word => held(BigInt(mantissa), 0)[0],
  'math/big.toFloat64': (mantissa: Word, exponent: number): [number, number] =>
    toHost(binaryOf(mantissa, exponent), 53, -1074),
  'math/big.toFloat32': (mantissa: Word, exponent: number): [number, number] =>
    toHost(binaryOf(mantissa, exponent), 24, -149),
  'math/big.rationalToHost': rationalToHost,
  'math/big.parseFloat': parse,
};
