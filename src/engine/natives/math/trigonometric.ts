// Sine, cosine, tangent and their inverses, after Moshier's Cephes. Arguments from 2^29 on are
// reduced exactly with 1216 binary digits of 4/π (Payne and Hanek).

import { copysign, float64bits, fromWords, signbit } from './float-parts.ts';
import { descending } from './polynomial.ts';

const PI = Math.PI;
const QUARTER = 0.7853981633974483;

/** π/4 in three parts, of which the first two have few digits. */
const QUARTER_1 = 0.7853981256484985;
const QUARTER_2 = 3.774894707930798e-8;
const QUARTER_3 = 2.6951514290790595e-15;

const sinSeries = [
  1.5896230157654656e-10, -2.5050747762857807e-8, 0.0000027557313621385722, -0.0001984126982958954,
  0.008333333333322118, -0.1666666666666663,
];
const cosSeries = [
  -1.1358536521387682e-11, 2.087570084197473e-9, -2.755731417929674e-7, 0.000024801587288851704,
  -0.0013888888888873056, 0.041666666666666595,
];

/** x ≥ 0 is about `octant` times π/4 plus `rest`; the octant is even. */
interface Reduced {
  readonly octant: number;
  readonly rest: number;
}

function reduce(x: number): Reduced {
  if (x >= 2 ** 29) return reduceLarge(x);
  let octant = Math.trunc(x * 1.2732395447351628);
  octant += octant % 2;
  return { octant, rest: x - octant * QUARTER_1 - octant * QUARTER_2 - octant * QUARTER_3 };
}

/** 4/π: 64 bits a word, after a word for its whole part. */
const fourOverPi = [
  0x0000000000000001n,
  0x45f306dc9c882a53n,
  0xf84eafa3ea69bb81n,
  0xb6c52b3278872083n,
  0xfca2c757bd778ac3n,
  0x6e48dc74849ba5c0n,
  0x0c925dd413a32439n,
  0xfc3bd63962534e7dn,
  0xd1046bea5d768909n,
  0xd338e04d68befc82n,
  0x7323ac7306a673e9n,
  0x3908bf177bf25076n,
  0x3ff12fffbc0b301fn,
  0xde5e2316b414da3en,
  0xda6cfd9e4f96136en,
  0x9e8c7ecd3cbfd45an,
  0xea4f758fd7cbe2f6n,
  0x7a0e73ef14a525d4n,
  0xd7f6bf623f1aba10n,
  0xac06608df8f6d757n,
].reduce((digits, word) => (digits << 64n) | word, 0n);
const FOUR_OVER_PI_WORDS = 20;

const MASK_64 = (1n << 64n) - 1n;
const MASK_192 = (1n << 192n) - 1n;

/** The fraction of x/π, cut off after 53 binary digits, for x ≥ 2^30 (math/cmplx/tan.go: reducePi). */
export function halfTurns(x: number): number {
  const bits = BigInt(float64bits(x));
  const exponent = Number((bits >> 52n) & 0x7ffn) - 1075;
  const mantissa = (bits & 0xfffffffffffffn) | (1n << 52n);
  // 1/π has two binary digits more than 4/π after its point.
  const scale = 64 * (FOUR_OVER_PI_WORDS - 1) + 2 - exponent;
  const fraction = (mantissa * fourOverPi) & ((1n << BigInt(scale)) - 1n);
  const length = fraction.toString(2).length;
  const dropped = Math.max(length - 53, 0);
  return Number(fraction >> BigInt(dropped)) * 2 ** (dropped - scale);
}

function reduceLarge(x: number): Reduced {
  const bits = BigInt(float64bits(x));
  const exponent = Number((bits >> 52n) & 0x7ffn) - 1075;
  const mantissa = (bits & 0xfffffffffffffn) | (1n << 52n);
  // The 192 digits that matter: those before give whole turns, those after nothing visible.
  const skipped = exponent + 61;
  const digits = (fourOverPi >> BigInt(64 * FOUR_OVER_PI_WORDS - skipped - 192)) & MASK_192;
  // Go adds the upper halves of the three partial products, so the lowest 64 bits are cut off.
  const low = ((digits & MASK_64) * mantissa) >> 64n;
  const middle = ((digits >> 64n) & MASK_64) * mantissa;
  const product = (((digits >> 128n) * mantissa) << 64n) + middle + low;
  const lower = product & MASK_64;
  let upper = (product >> 64n) & MASK_64;
  let octant = Number(upper >> 61n);
  upper = ((upper << 3n) | (lower >> 61n)) & MASK_64;
  const zeros = upper === 0n ? 64 : 64 - upper.toString(2).length;
  // The lower half has not moved by 3 as the upper one has; nor does it in Go.
  upper = ((upper << BigInt(zeros + 1)) | (lower >> BigInt(63 - zeros))) & MASK_64;
  const word = (upper >> 12n) | (BigInt(1022 - zeros) << 52n);
  let rest = fromWords(Number(word >> 32n), Number(word & 0xffffffffn));
  if (octant % 2 === 1) {
    octant = (octant + 1) % 8;
    rest--;
  }
  return { octant, rest: rest * QUARTER };
}

function sinOf(z: number): number {
  const square = z * z;
  return z + z * square * descending(square, sinSeries);
}

function cosOf(z: number): number {
  const square = z * z;
  return 1 - 0.5 * square + square * square * descending(square, cosSeries);
}

export function sin(x: number): number {
  if (x === 0 || Number.isNaN(x)) return x;
  if (!Number.isFinite(x)) return NaN;
  const { octant, rest } = reduce(Math.abs(x));
  const turn = octant % 8;
  const value = turn % 4 === 2 ? cosOf(rest) : sinOf(rest);
  const isNegative = x < 0;
  return isNegative === turn > 3 ? value : -value;
}

export function cos(x: number): number {
  if (!Number.isFinite(x)) return NaN;
  const { octant, rest } = reduce(Math.abs(x));
  const turn = octant % 8;
  const value = turn % 4 === 2 ? sinOf(rest) : cosOf(rest);
  return turn === 2 || turn === 4 ? -value : value;
}

export function sincos(x: number): [sin: number, cos: number] {
  if (x === 0) return [x, 1];
  return [sin(x), cos(x)];
}

const tanNumerator = [-13093.693918138379, 1153516.6483858742, -17956525.197648488];
const tanDenominator = [
  1, 13681.296347069296, -1320892.3444021097, 25008380.18233579, -53869575.592945464,
];

export function tan(x: number): number {
  if (x === 0 || Number.isNaN(x)) return x;
  if (!Number.isFinite(x)) return NaN;
  const { octant, rest } = reduce(Math.abs(x));
  const square = rest * rest;
  let value = rest;
  if (square > 1e-14) {
    const series = square * descending(square, tanNumerator);
    value = rest + rest * (series / descending(square, tanDenominator));
  }
  if (octant % 4 === 2) value = -1 / value;
  return x < 0 ? -value : value;
}

const atanNumerator = [
  -0.8750608600031904, -16.157537187333652, -75.00855792314705, -122.88666844901361,
  -64.85021904942025,
];
const atanDenominator = [
  1, 24.858464901423062, 165.02700983169885, 432.88106049129027, 485.3903996359137,
  194.5506571482614,
];

/** For 0 ≤ x ≤ 0.66. */
function atanSmall(x: number): number {
  const z = x * x;
  const quotient = (z * descending(z, atanNumerator)) / descending(z, atanDenominator);
  return x * quotient + x;
}

const MORE_BITS = 6.123233995736766e-17;

/** For x ≥ 0. */
function atanPositive(x: number): number {
  if (x <= 0.66) return atanSmall(x);
  if (x > 2.414213562373095) return PI / 2 - atanSmall(1 / x) + MORE_BITS;
  return QUARTER + atanSmall((x - 1) / (x + 1)) + 0.5 * MORE_BITS;
}

export function atan(x: number): number {
  if (x === 0) return x;
  return x > 0 ? atanPositive(x) : -atanPositive(-x);
}

export function asin(x: number): number {
  if (x === 0) return x;
  const size = Math.abs(x);
  if (size > 1) return NaN;
  const other = Math.sqrt(1 - size * size);
  const value = size > 0.7 ? PI / 2 - atanPositive(other / size) : atanPositive(size / other);
  return x < 0 ? -value : value;
}

export function acos(x: number): number {
  return PI / 2 - asin(x);
}

export function atan2(y: number, x: number): number {
  if (Number.isNaN(y) || Number.isNaN(x)) return NaN;
  if (y === 0) return copysign(x >= 0 && !signbit(x) ? 0 : PI, y);
  if (x === 0) return copysign(PI / 2, y);
  if (!Number.isFinite(x)) {
    if (x > 0) return copysign(Number.isFinite(y) ? 0 : QUARTER, y);
    return copysign(Number.isFinite(y) ? PI : 2.356194490192345, y);
  }
  if (!Number.isFinite(y)) return copysign(PI / 2, y);
  const angle = atan(y / x);
  if (x >= 0) return angle;
  return angle <= 0 ? angle + PI : angle - PI;
}

const CUBE_NORMAL = 715094163;
const CUBE_SUBNORMAL = 696219795;

/** Cube root after msun: a guess from the exponent, a rational step, a Newton step. */
export function cbrt(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const size = Math.abs(x);
  let t =
    size < 2 ** -1022
      ? thirdOfBits(size * 2 ** 54, CUBE_SUBNORMAL)
      : thirdOfBits(size, CUBE_NORMAL);
  let r = (t * t) / size;
  let s = 0.5428571428571428 + r * t;
  t *=
    0.35714285714285715 + 1.6071428571428572 / (s + 1.4142857142857144 + -0.7053061224489796 / s);
  // 22 digits, rounded up, so that the square below is exact.
  const word = (BigInt(float64bits(t)) & 0xffffffffc0000000n) + (1n << 30n);
  t = fromWords(Number(word >> 32n), Number(word & 0xffffffffn));
  s = t * t;
  r = size / s;
  r = (r - t) / (t + t + r);
  t += t * r;
  return x < 0 ? -t : t;
}

function thirdOfBits(x: number, bias: number): number {
  const word = BigInt(float64bits(x)) / 3n + (BigInt(bias) << 32n);
  return fromWords(Number(word >> 32n), Number(word & 0xffffffffn));
}

/** Go's amd64 code: the greater times √(1 + quotient²). */
export function hypot(p: number, q: number): number {
  const a = Math.abs(p);
  const b = Math.abs(q);
  if (a === Infinity || b === Infinity) return Infinity;
  if (Number.isNaN(a) || Number.isNaN(b)) return NaN;
  if (a === 0 && b === 0) return 0;
  const quotient = Math.min(a, b) / Math.max(a, b);
  return Math.max(a, b) * Math.sqrt(quotient * quotient + 1);
}
