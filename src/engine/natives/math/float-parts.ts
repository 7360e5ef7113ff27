// Floats taken apart and put together: bits, exponents, neighbours, rounding. All exact.

const scratch = new DataView(new ArrayBuffer(8));

/** Integers beyond ±2^53 are bigints (go/ir/expression.ts). */
export type Word = number | bigint;

export function canonical(value: bigint): Word {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** The upper 32 bits, unsigned. */
export function highWord(x: number): number {
  scratch.setFloat64(0, x);
  return scratch.getUint32(0);
}

export function lowWord(x: number): number {
  scratch.setFloat64(0, x);
  return scratch.getUint32(4);
}

export function fromWords(high: number, low: number): number {
  scratch.setUint32(0, high);
  scratch.setUint32(4, low);
  return scratch.getFloat64(0);
}

/** JavaScript has one NaN; it shows the bits of math.NaN(). */
export function float64bits(x: number): Word {
  if (Number.isNaN(x)) return 0x7ff8000000000001n;
  scratch.setFloat64(0, x);
  return canonical(scratch.getBigUint64(0));
}

export function float64frombits(bits: Word): number {
  scratch.setBigUint64(0, BigInt(bits));
  return scratch.getFloat64(0);
}

export function float32bits(x: number): number {
  scratch.setFloat32(0, x);
  return scratch.getUint32(0);
}

export function float32frombits(bits: number): number {
  scratch.setUint32(0, bits);
  return scratch.getFloat32(0);
}

export function signbit(x: number): boolean {
  return x < 0 || Object.is(x, -0);
}

export function copysign(x: number, sign: number): number {
  return signbit(x) === signbit(sign) ? x : -x;
}

/** x = fraction × 2^exponent with 0.5 ≤ |fraction| < 1. */
export function frexp(x: number): [fraction: number, exponent: number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  const isSubnormal = Math.abs(x) < 2 ** -1022;
  const normal = isSubnormal ? x * 2 ** 52 : x;
  const high = highWord(normal);
  const exponent = ((high >>> 20) & 0x7ff) - 1022 - (isSubnormal ? 52 : 0);
  return [fromWords(((high & 0x800fffff) | 0x3fe00000) >>> 0, lowWord(normal)), exponent];
}

/** fraction × 2^exponent, rounded at most once. */
export function ldexp(fraction: number, exponent: Word): number {
  if (fraction === 0 || !Number.isFinite(fraction)) return fraction;
  const [mantissa, own] = frexp(fraction);
  const total = Number(exponent) + own;
  if (total < -1074) return copysign(0, fraction);
  if (total > 1024) return fraction < 0 ? -Infinity : Infinity;
  // 2^1024 is no number, 2^-1075 neither: take two steps at the ends, of which one is exact.
  if (total > 1023) return mantissa * 2 * 2 ** (total - 1);
  if (total < -1021) return mantissa * 2 ** (total + 53) * 2 ** -53;
  return mantissa * 2 ** total;
}

export function ilogb(x: number): number {
  if (x === 0) return -2147483648;
  if (!Number.isFinite(x)) return 2147483647;
  return frexp(x)[1] - 1;
}

export function logb(x: number): number {
  if (x === 0) return -Infinity;
  if (Number.isNaN(x)) return x;
  return Number.isFinite(x) ? ilogb(x) : Infinity;
}

export function nextafter(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  if (x === y) return x;
  if (x === 0) return copysign(2 ** -1074, y);
  scratch.setFloat64(0, x);
  const step = y > x === x > 0 ? 1n : -1n;
  scratch.setBigUint64(0, scratch.getBigUint64(0) + step);
  return scratch.getFloat64(0);
}

export function nextafter32(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  if (x === y) return x;
  if (x === 0) return copysign(2 ** -149, y);
  return float32frombits(float32bits(x) + (y > x === x > 0 ? 1 : -1));
}

/** To the nearest integer, halves away from zero; the sign of zero stays. */
export function round(x: number): number {
  const whole = Math.trunc(x);
  return Math.abs(x - whole) >= 0.5 ? whole + Math.sign(x) : whole;
}

/** To the nearest integer, halves to even. */
export function roundToEven(x: number): number {
  const whole = Math.trunc(x);
  const rest = Math.abs(x - whole);
  return rest > 0.5 || (rest === 0.5 && whole % 2 !== 0) ? whole + Math.sign(x) : whole;
}

/** Both parts have the sign of x. */
export function modf(x: number): [integer: number, fraction: number] {
  const integer = Math.trunc(x);
  return [integer, copysign(x - integer, x)];
}

export function remainder(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y) || !Number.isFinite(x) || y === 0) return NaN;
  if (!Number.isFinite(y)) return x;
  const divisor = Math.abs(y);
  // −0 stays −0, as it is not less than 0.
  let rest = x < 0 ? -x : x;
  if (rest === divisor) return x < 0 ? -0 : 0;
  if (divisor <= Number.MAX_VALUE / 2) rest %= divisor + divisor;
  if (divisor < 2 ** -1021) {
    // Half of so small a number may not be a float.
    if (rest + rest > divisor) {
      rest -= divisor;
      if (rest + rest >= divisor) rest -= divisor;
    }
  } else {
    const half = 0.5 * divisor;
    if (rest > half) {
      rest -= divisor;
      if (rest >= half) rest -= divisor;
    }
  }
  return x < 0 ? -rest : rest;
}
