// Arithmetic of complex numbers; division follows runtime/complex.go with its special cases.

import { Complex } from './value.ts';

export const newComplex = (re: number, im: number): Complex => new Complex(re, im);
export const addComplex = (x: Complex, y: Complex): Complex =>
  new Complex(x.re + y.re, x.im + y.im);
export const subtractComplex = (x: Complex, y: Complex): Complex =>
  new Complex(x.re - y.re, x.im - y.im);
export const multiplyComplex = (x: Complex, y: Complex): Complex =>
  new Complex(x.re * y.re - x.im * y.im, x.re * y.im + x.im * y.re);
export const negateComplex = (x: Complex): Complex => new Complex(-x.re, -x.im);
export const equalComplex = (x: Complex, y: Complex): boolean => x.re === y.re && x.im === y.im;
/** To complex64: both parts are float32. */
export const roundComplex = (x: Complex): Complex =>
  new Complex(Math.fround(x.re), Math.fround(x.im));

export function divideComplex(n: Complex, m: Complex): Complex {
  let [re, im] = quotient(n, m);
  if (!Number.isNaN(re) || !Number.isNaN(im)) return new Complex(re, im);
  // Both NaN: C99 Annex G decides.
  let { re: a, im: b } = n;
  let { re: c, im: d } = m;
  if (c === 0 && d === 0 && (!Number.isNaN(a) || !Number.isNaN(b))) {
    const infinity = Object.is(c, -0) ? -Infinity : Infinity;
    [re, im] = [infinity * a, infinity * b];
  } else if (isInfinite(a, b) && Number.isFinite(c) && Number.isFinite(d)) {
    [a, b] = [infinityToOne(a), infinityToOne(b)];
    [re, im] = [Infinity * (a * c + b * d), Infinity * (b * c - a * d)];
  } else if (isInfinite(c, d) && Number.isFinite(a) && Number.isFinite(b)) {
    [c, d] = [infinityToOne(c), infinityToOne(d)];
    [re, im] = [0 * (a * c + b * d), 0 * (b * c - a * d)];
  }
  return new Complex(re, im);
}

function quotient(n: Complex, m: Complex): [number, number] {
  if (Math.abs(m.re) >= Math.abs(m.im)) {
    const ratio = m.im / m.re;
    const denominator = m.re + ratio * m.im;
    return [(n.re + n.im * ratio) / denominator, (n.im - n.re * ratio) / denominator];
  }
  const ratio = m.re / m.im;
  const denominator = m.im + ratio * m.re;
  return [(n.re * ratio + n.im) / denominator, (n.im * ratio - n.re) / denominator];
}

function isInfinite(...parts: readonly number[]): boolean {
  return parts.some((x) => x === Infinity || x === -Infinity);
}

/** ±1 for an infinity, ±0 else: copysign(isInf(x) ? 1 : 0, x). */
function infinityToOne(x: number): number {
  const size = Math.abs(x) === Infinity ? 1 : 0;
  return x < 0 || Object.is(x, -0) ? -size : size;
}
