// Binary floating point with 512 bits of mantissa (big.Float as go/constant uses it): for constants
// too large or too small to be exact fractions, and the one place where numbers are rounded.
// Invariants: a mantissa other than 0 has exactly 512 bits; rounding is to nearest, ties to even;
// exponents stay in an int32, beyond it numbers become infinite or zero.

/** mantissa * 2^exponent, the sign in the mantissa. Infinities have `exponent` Infinity. */
export interface BigFloat {
  readonly mantissa: bigint;
  readonly exponent: number;
}

const precision = 512;
/** The exponent of the value as 0.5 <= m < 1, as big.Float counts. */
const maxExponent = 2 ** 31 - 1;
const minExponent = -(2 ** 31);

export const bigFloatZero: BigFloat = { mantissa: 0n, exponent: 0 };

type RoundingMode = 'nearest' | 'towardZero' | 'awayFromZero';

/** mantissa * 2^exponent rounded to `bits` bits; `sticky` says that more nonzero bits follow. */
function rounded(
  mantissa: bigint,
  exponent: number,
  sticky = false,
  bits = precision,
  mode: RoundingMode = 'nearest',
): BigFloat {
  if (mantissa === 0n) return bigFloatZero;
  const negative = mantissa < 0n;
  let magnitude = negative ? -mantissa : mantissa;
  let scale = exponent;
  const excess = lengthOf(magnitude) - bits;
  if (excess > 0) {
    const shift = BigInt(excess);
    const rest = magnitude & ((1n << shift) - 1n);
    const half = 1n << (shift - 1n);
    magnitude >>= shift;
    scale += excess;
    const up =
      mode === 'nearest'
        ? rest > half || (rest === half && (sticky || (magnitude & 1n) === 1n))
        : mode === 'awayFromZero' && (rest !== 0n || sticky);
    if (up) magnitude += 1n;
  }
  const missing = precision - lengthOf(magnitude);
  // Rounding up may have carried into one more bit, which is then a zero at the end.
  magnitude = missing >= 0 ? magnitude << BigInt(missing) : magnitude >> BigInt(-missing);
  scale -= missing;
  if (scale + precision > maxExponent) return { mantissa: negative ? -1n : 1n, exponent: Infinity };
  if (scale + precision < minExponent) return bigFloatZero;
  return { mantissa: negative ? -magnitude : magnitude, exponent: scale };
}

function lengthOf(magnitude: bigint): number {
  const hex = magnitude.toString(16);
  return (hex.length - 1) * 4 + (32 - Math.clz32(parseInt(hex.charAt(0), 16)));
}

export function bigFloatIsInfinite(x: BigFloat): boolean {
  return x.exponent === Infinity;
}

/** The exponent e of x = m * 2^e with 0.5 <= |m| < 1; 0 for zero. */
export function bigFloatExponent(x: BigFloat): number {
  return x.mantissa === 0n ? 0 : x.exponent + precision;
}

export function bigFloatFromInt(x: bigint): BigFloat {
  return rounded(x, 0);
}

/** The fraction num/den, rounded. */
export function bigFloatFromRatio(num: bigint, den: bigint): BigFloat {
  const { quotient, exponent, sticky } = divideWithBits(num, den, precision + 2);
  return rounded(quotient, exponent, sticky);
}

// The quotient num/den = quotient * 2^exponent with at least `bits` bits, and whether it is inexact.
function divideWithBits(num: bigint, den: bigint, bits: number) {
  if (num === 0n) return { quotient: 0n, exponent: 0, sticky: false };
  const negative = num < 0n !== den < 0n;
  const n = num < 0n ? -num : num;
  const d = den < 0n ? -den : den;
  const shift = Math.max(0, bits + 1 - (lengthOf(n) - lengthOf(d)));
  const scaled = n << BigInt(shift);
  const magnitude = scaled / d;
  const sticky = magnitude * d !== scaled;
  return { quotient: negative ? -magnitude : magnitude, exponent: -shift, sticky };
}

export function bigFloatNegate(x: BigFloat): BigFloat {
  return { mantissa: -x.mantissa, exponent: x.exponent };
}

export function bigFloatAdd(x: BigFloat, y: BigFloat): BigFloat {
  if (x.mantissa === 0n) return y;
  if (y.mantissa === 0n) return x;
  const [low, high] = x.exponent < y.exponent ? [x, y] : [y, x];
  const distance = high.exponent - low.exponent;
  if (distance > precision + 2) {
    // Far below the last bit the smaller number only says that there is something.
    const sign = low.mantissa < 0n ? -1n : 1n;
    return rounded((high.mantissa << 3n) + sign, high.exponent - 3);
  }
  return rounded((high.mantissa << BigInt(distance)) + low.mantissa, low.exponent);
}

export function bigFloatMultiply(x: BigFloat, y: BigFloat): BigFloat {
  return rounded(x.mantissa * y.mantissa, x.exponent + y.exponent);
}

/** x / y; y must not be zero. */
export function bigFloatDivide(x: BigFloat, y: BigFloat): BigFloat {
  const { quotient, exponent, sticky } = divideWithBits(x.mantissa, y.mantissa, precision + 2);
  return rounded(quotient, exponent + x.exponent - y.exponent, sticky);
}

/** -1, 0 or 1 as x < y, x = y or x > y. */
export function bigFloatCompare(x: BigFloat, y: BigFloat): number {
  const difference = bigFloatAdd(x, bigFloatNegate(y)).mantissa;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** mantissa * 2^binary * 10^decimal for exponents of any size. */
export function bigFloatFromDecimal(mantissa: bigint, binary: number, decimal: number): BigFloat {
  const start = rounded(mantissa, binary + decimal);
  if (decimal === 0 || mantissa === 0n) return start;
  const power = powerOfFive(Math.abs(decimal));
  if (power.exponent === Infinity) {
    return decimal < 0 ? bigFloatZero : power;
  }
  return decimal < 0 ? bigFloatDivide(start, power) : bigFloatMultiply(start, power);
}

function powerOfFive(n: number): BigFloat {
  let result = bigFloatFromInt(1n);
  let square = bigFloatFromInt(5n);
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = bigFloatMultiply(result, square);
    if (bigFloatIsInfinite(result) || bigFloatIsInfinite(square)) {
      return { mantissa: 1n, exponent: Infinity };
    }
    square = bigFloatMultiply(square, square);
  }
  return result;
}

/**
 * The integer that x is, or that it is but for the error of earlier roundings in its last bits;
 * null if it is none. x must not be huge.
 */
export function bigFloatToIntOrNull(x: BigFloat): bigint | null {
  const exact = exactIntOrNull(x);
  if (exact !== null) return exact;
  const fewerBits = precision - 4;
  return (
    exactIntOrNull(rounded(x.mantissa, x.exponent, false, fewerBits, 'towardZero')) ??
    exactIntOrNull(rounded(x.mantissa, x.exponent, false, fewerBits, 'awayFromZero'))
  );
}

function exactIntOrNull(x: BigFloat): bigint | null {
  if (x.exponent >= 0) return x.mantissa << BigInt(x.exponent);
  const shift = BigInt(Math.min(-x.exponent, 2 * precision));
  const magnitude = x.mantissa < 0n ? -x.mantissa : x.mantissa;
  const whole = magnitude >> shift;
  if (whole << shift !== magnitude) return null;
  return x.mantissa < 0n ? -whole : whole;
}

/** The formats that constants are rounded to; exponents are of the lowest bit. */
const formats = {
  float32: { bits: 24, lowest: -149, maxBits: 128 },
  float64: { bits: 53, lowest: -1074, maxBits: 1024 },
} as const;

export type FloatFormat = keyof typeof formats;

/** num/den * 2^exponent rounded to a format, as a JS number; infinite if it is too large. */
export function roundToFormat(
  num: bigint,
  den: bigint,
  exponent: number,
  format: FloatFormat,
): number {
  if (num === 0n) return 0;
  const { bits, lowest, maxBits } = formats[format];
  const division = divideWithBits(num, den, bits + 2);
  const negative = division.quotient < 0n;
  const magnitude = negative ? -division.quotient : division.quotient;
  const scale = division.exponent + exponent;
  const length = lengthOf(magnitude);
  if (length + scale > maxBits) return negative ? -Infinity : Infinity;
  // Below the normal range the lowest bit is fixed, so that fewer bits remain.
  const drop = Math.max(length - bits, lowest - scale);
  if (drop > length + 1) return negative ? -0 : 0;
  let kept = magnitude;
  let keptScale = scale;
  if (drop > 0) {
    const shift = BigInt(drop);
    const rest = magnitude & ((1n << shift) - 1n);
    const half = 1n << (shift - 1n);
    kept = magnitude >> shift;
    keptScale += drop;
    if (rest > half || (rest === half && (division.sticky || (kept & 1n) === 1n))) kept += 1n;
  }
  if (kept !== 0n && lengthOf(kept) + keptScale > maxBits) return negative ? -Infinity : Infinity;
  const result = scaleByPowerOfTwo(Number(kept), keptScale);
  return negative ? -result : result;
}

/** x rounded to a format. */
export function bigFloatToFormat(x: BigFloat, format: FloatFormat): number {
  return roundToFormat(x.mantissa, 1n, x.exponent, format);
}

// Exact when the result is representable: in steps, because 2^exponent alone may not be.
function scaleByPowerOfTwo(x: number, exponent: number): number {
  let result = x;
  let rest = exponent;
  while (rest > 1000) {
    result *= 2 ** 1000;
    rest -= 1000;
  }
  while (rest < -1000) {
    result *= 2 ** -1000;
    rest += 1000;
  }
  return result * 2 ** rest;
}
