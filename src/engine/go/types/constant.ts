// Exact values of constants (go/constant's Value): what untyped and typed constants are worth.
// Invariants: an int is exact; a float is an exact fraction in lowest terms while numerator and
// denominator stay below 2^4096, else a 512-bit binary float, and never goes back; kinds only tell
// the representation: an untyped float constant may well be of kind int. Strings are bytes.

import type { BigFloat } from './constant-float.ts';
import { bigFloatFromRatio, bigFloatIsInfinite, bigFloatZero } from './constant-float.ts';

export type Value =
  | UnknownValue
  | BoolValue
  | StringValue
  | IntValue
  | RatioValue
  | BigFloatValue
  | ComplexValue;

/** The value of an expression with an error in it; operations on it give it again. */
export interface UnknownValue {
  readonly kind: 'unknown';
}
export interface BoolValue {
  readonly kind: 'bool';
  readonly value: boolean;
}
/** `bytes` has one char (0–255) per byte of UTF-8. */
export interface StringValue {
  readonly kind: 'string';
  readonly bytes: string;
}
export interface IntValue {
  readonly kind: 'int';
  readonly value: bigint;
}
/** num/den in lowest terms, den > 0. */
export interface RatioValue {
  readonly kind: 'float';
  readonly form: 'ratio';
  readonly num: bigint;
  readonly den: bigint;
}
export interface BigFloatValue {
  readonly kind: 'float';
  readonly form: 'binary';
  readonly float: BigFloat;
}
export interface ComplexValue {
  readonly kind: 'complex';
  readonly re: RealValue;
  readonly im: RealValue;
}

export type FloatValue = RatioValue | BigFloatValue;
/** A number without imaginary part. */
export type RealValue = IntValue | FloatValue;

export const unknownValue: UnknownValue = { kind: 'unknown' };
const trueValue: BoolValue = { kind: 'bool', value: true };
const falseValue: BoolValue = { kind: 'bool', value: false };

/** Larger components of a fraction turn it into a binary float. */
const maxRatioBits = 4096;

export function makeBool(value: boolean): BoolValue {
  return value ? trueValue : falseValue;
}

/** A string constant of these bytes. */
export function makeString(bytes: string): StringValue {
  return { kind: 'string', bytes };
}

/** An integer constant; a JS number must be an integer. */
export function makeInt(value: bigint | number): IntValue {
  return { kind: 'int', value: BigInt(value) };
}

/** The fraction num/den, reduced; den must not be 0. Too large ones become binary floats. */
export function makeRatio(num: bigint, den: bigint): FloatValue {
  const divisor = greatestCommonDivisor(num, den);
  let n = divisor === 1n ? num : num / divisor;
  let d = divisor === 1n ? den : den / divisor;
  if (d < 0n) {
    n = -n;
    d = -d;
  }
  if (isSmallInt(n) && isSmallInt(d)) return { kind: 'float', form: 'ratio', num: n, den: d };
  return { kind: 'float', form: 'binary', float: bigFloatFromRatio(n, d) };
}

/** A binary float as a constant; unknown if it is infinite. */
export function makeBigFloat(float: BigFloat): BigFloatValue | UnknownValue {
  if (bigFloatIsInfinite(float)) return unknownValue;
  return { kind: 'float', form: 'binary', float: float.mantissa === 0n ? bigFloatZero : float };
}

/** The exact value of a JS number; unknown for infinities and NaN. */
export function makeFloat64(value: number): FloatValue | UnknownValue {
  if (!Number.isFinite(value)) return unknownValue;
  let exponent = 0;
  let mantissa = value;
  // Scaling by powers of two is exact, and at most 1074 halvings reach an integer.
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent += 1;
  }
  return makeRatio(BigInt(mantissa), 1n << BigInt(exponent));
}

export function makeComplex(re: Value, im: Value): ComplexValue | UnknownValue {
  if (!isReal(re) || !isReal(im)) return unknownValue;
  return { kind: 'complex', re, im };
}

/** `x` as an imaginary number. */
export function makeImaginary(x: Value): ComplexValue | UnknownValue {
  return makeComplex(makeInt(0n), x);
}

export function isReal(x: Value): x is RealValue {
  return x.kind === 'int' || x.kind === 'float';
}

/** Whether an integer may be a component of a fraction. */
export function isSmallInt(x: bigint): boolean {
  return bitLength(x) < maxRatioBits;
}

/** Whether a binary exponent is in the range of fractions. */
export function isSmallExponent(exponent: number): boolean {
  return -maxRatioBits < exponent && exponent < maxRatioBits;
}

/** The number of bits of |x|; 0 has none. */
export function bitLength(x: bigint): number {
  const magnitude = x < 0n ? -x : x;
  if (magnitude <= 0xffff_ffffn) return 32 - Math.clz32(Number(magnitude));
  const hex = magnitude.toString(16);
  return (hex.length - 1) * 4 + (32 - Math.clz32(parseInt(hex.charAt(0), 16)));
}

/** -1, 0 or 1; of a complex number nonzero unless it is zero; 1 for an unknown value. */
export function signOf(x: Value): number {
  switch (x.kind) {
    case 'int':
      return signOfBigint(x.value);
    case 'float':
      return signOfBigint(x.form === 'ratio' ? x.num : x.float.mantissa);
    case 'complex':
      return signOf(x.re) | signOf(x.im);
    default:
      return 1;
  }
}

/** The real part of a number. */
export function realPart(x: Value): Value {
  return x.kind === 'complex' ? x.re : x;
}

/** The imaginary part of a number. */
export function imaginaryPart(x: Value): Value {
  if (x.kind === 'complex') return x.im;
  return x.kind === 'unknown' ? x : makeInt(0n);
}

/** The truth of a bool constant; false for an unknown one. */
export function boolOf(x: Value): boolean {
  return x.kind === 'bool' && x.value;
}

/** The bytes of a string constant; "" for an unknown one. */
export function bytesOf(x: Value): string {
  return x.kind === 'string' ? x.bytes : '';
}

/** The value of an int constant that fits an int64, else null. */
export function int64OrNull(x: Value): bigint | null {
  if (x.kind !== 'int') return null;
  return BigInt.asIntN(64, x.value) === x.value ? x.value : null;
}

function signOfBigint(x: bigint): number {
  return x < 0n ? -1 : x > 0n ? 1 : 0;
}

function greatestCommonDivisor(x: bigint, y: bigint): bigint {
  let a = x < 0n ? -x : x;
  let b = y < 0n ? -y : y;
  if (a === 1n || b === 1n) return 1n;
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}
