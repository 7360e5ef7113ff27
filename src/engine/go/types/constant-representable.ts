// Which constants fit which basic types, and what becomes of them (types2 const.go).
// Invariants: int, uint and uintptr have 64 bits; a float that is too small becomes zero, one that
// is too large does not fit; a value that does not fit is never rounded.

import { basicInfo } from './basic.ts';
import {
  isReal,
  makeComplex,
  makeFloat64,
  makeInt,
  type RealValue,
  type Value,
} from './constant.ts';
import { bigFloatToFormat, type FloatFormat, roundToFormat } from './constant-float.ts';
import { toComplex, toFloat, toInt } from './constant-operations.ts';
import type { Basic, BasicKind } from './type.ts';

/** Bits and sign of the integer types. */
const integerTypes: { readonly [K in BasicKind]?: { bits: number; signed: boolean } } = {
  int: { bits: 64, signed: true },
  int8: { bits: 8, signed: true },
  int16: { bits: 16, signed: true },
  int32: { bits: 32, signed: true },
  int64: { bits: 64, signed: true },
  uint: { bits: 64, signed: false },
  uint8: { bits: 8, signed: false },
  uint16: { bits: 16, signed: false },
  uint32: { bits: 32, signed: false },
  uint64: { bits: 64, signed: false },
  uintptr: { bits: 64, signed: false },
};

/** The size in bits of an integer type; 0 for other types and for untyped integers. */
export function integerBits(type: Basic): number {
  return integerTypes[type.basic]?.bits ?? 0;
}

/**
 * The value that constant `x` has as a value of `type`: an int for integers, rounded for floats and
 * complex numbers; null if it cannot be represented. An unknown value always can.
 */
export function representConst(x: Value, type: Basic): Value | null {
  if (x.kind === 'unknown') return x;
  if ((type.info & basicInfo.integer) !== 0) return representInt(x, type);
  if ((type.info & basicInfo.float) !== 0) return representFloat(x, type);
  if ((type.info & basicInfo.complex) !== 0) return representComplex(x, type);
  if ((type.info & basicInfo.string) !== 0) return x.kind === 'string' ? x : null;
  if ((type.info & basicInfo.boolean) !== 0) return x.kind === 'bool' ? x : null;
  return null;
}

/** Whether constant `x` can be represented as a value of `type`. */
export function isRepresentable(x: Value, type: Basic): boolean {
  return representConst(x, type) !== null;
}

function representInt(x: Value, type: Basic): Value | null {
  const whole = toInt(x);
  if (whole.kind !== 'int') return null;
  const format = integerTypes[type.basic];
  if (format === undefined) return whole;
  const value = whole.value;
  const wrapped = format.signed
    ? BigInt.asIntN(format.bits, value)
    : BigInt.asUintN(format.bits, value);
  return wrapped === value ? whole : null;
}

function representFloat(x: Value, type: Basic): Value | null {
  const float = toFloat(x);
  if (!isReal(float)) return null;
  if (type.basic === 'untypedFloat') return float;
  return roundFloat(float, type.basic === 'float32' ? 'float32' : 'float64');
}

function representComplex(x: Value, type: Basic): Value | null {
  const complex = toComplex(x);
  if (complex.kind !== 'complex') return null;
  if (type.basic === 'untypedComplex') return complex;
  const format = type.basic === 'complex64' ? 'float32' : 'float64';
  const re = roundFloat(complex.re, format);
  const im = roundFloat(complex.im, format);
  return re === null || im === null ? null : makeComplex(re, im);
}

function roundFloat(x: RealValue, format: FloatFormat): Value | null {
  const value = floatOf(x, format);
  // Adding zero turns a negative zero into zero: constants have no sign of zero.
  return Number.isFinite(value) ? makeFloat64(value + 0) : null;
}

/** The nearest JS number in a format; infinite beyond its range. */
export function floatOf(x: RealValue, format: FloatFormat): number {
  if (x.kind === 'int') return roundToFormat(x.value, 1n, 0, format);
  if (x.form === 'ratio') return roundToFormat(x.num, x.den, 0, format);
  return bigFloatToFormat(x.float, format);
}

/** The nearest float64 to a real constant (the real part of a complex one); 0 if it is none. */
export function float64Of(x: Value): number {
  const real = x.kind === 'complex' ? x.re : x;
  return isReal(real) ? floatOf(real, 'float64') + 0 : 0;
}

/** The nearest float32 to a real constant, as a JS number; 0 if it is none. */
export function float32Of(x: Value): number {
  const real = x.kind === 'complex' ? x.re : x;
  return isReal(real) ? floatOf(real, 'float32') + 0 : 0;
}

/** The integer that a constant is; 0 if it is none. */
export function bigintOf(x: Value): bigint {
  const whole = toInt(x);
  return whole.kind === 'int' ? whole.value : 0n;
}

/** An integer constant converted to a fixed size, as a non-constant conversion would wrap it. */
export function wrapToType(x: bigint, type: Basic): Value {
  const format = integerTypes[type.basic];
  if (format === undefined) return makeInt(x);
  return makeInt(format.signed ? BigInt.asIntN(format.bits, x) : BigInt.asUintN(format.bits, x));
}
