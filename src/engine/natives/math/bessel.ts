// Bessel functions of the first and second kind, after FreeBSD's msun.

import { amplitude0, amplitude1, type Expansion, phase0, phase1 } from './bessel-tables.ts';
import { log } from './logarithm.ts';
import { ascending } from './polynomial.ts';
import { cos, sincos } from './trigonometric.ts';

const INVERSE_SQRT_PI = 0.5641895835477563;
const TWO_OVER_PI = 0.6366197723675814;

function quotient(x: number, expansions: readonly Expansion[]): number {
  const expansion = expansions[x >= 8 ? 0 : x >= 4.5454 ? 1 : x >= 2.8571 ? 2 : 3];
  if (expansion === undefined) return 0;
  const z = 1 / (x * x);
  return ascending(z, expansion.above) / ascending(z, expansion.below);
}

/** Sine- and cosine-like factors of order 0 at x ≥ 2: sin x ∓ cos x without cancellation. */
function waves0(x: number): [ss: number, cc: number] {
  const [s, c] = sincos(x);
  let ss = s - c;
  let cc = s + c;
  if (x < Number.MAX_VALUE / 2) {
    const z = -cos(x + x);
    if (s * c < 0) cc = z / ss;
    else ss = z / cc;
  }
  return [ss, cc];
}

function waves1(x: number): [ss: number, cc: number] {
  const [s, c] = sincos(x);
  let ss = -s - c;
  let cc = s - c;
  if (x < Number.MAX_VALUE / 2) {
    const z = cos(x + x);
    if (s * c > 0) cc = z / ss;
    else ss = z / cc;
  }
  return [ss, cc];
}

const j0Above = [
  0.015624999999999995, -0.00018997929423885472, 0.0000018295404953270067, -4.618326885321032e-9,
];
const j0Below = [
  1, 0.015619102946489001, 0.00011692678466333745, 5.135465502073181e-7, 1.1661400333379e-9,
];

export function j0(argument: number): number {
  if (Number.isNaN(argument)) return argument;
  if (!Number.isFinite(argument)) return 0;
  const x = Math.abs(argument);
  if (x >= 2) {
    const [ss, cc] = waves0(x);
    if (x > 2 ** 129) return (INVERSE_SQRT_PI * cc) / Math.sqrt(x);
    const u = 1 + quotient(x, amplitude0);
    const v = (-0.125 + quotient(x, phase0)) / x;
    return (INVERSE_SQRT_PI * (u * cc - v * ss)) / Math.sqrt(x);
  }
  if (x < 2 ** -27) return 1;
  if (x < 2 ** -13) return 1 - 0.25 * x * x;
  const z = x * x;
  const r = (z * ascending(z, j0Above)) / ascending(z, j0Below);
  if (x < 1) return 1 + z * (-0.25 + r);
  const u = 0.5 * x;
  return (1 + u) * (1 - u) + z * r;
}

const y0Above = [
  -0.07380429510868723, 0.17666645250918112, -0.01381856719455969, 0.00034745343209368365,
  -0.0000038140705372436416, 1.9559013703502292e-8, -3.982051941321034e-11,
];
const y0Below = [
  1, 0.01273048348341237, 0.00007600686273503533, 2.591508518404578e-7, 4.4111031133267547e-10,
];

export function y0(x: number): number {
  if (x < 0 || Number.isNaN(x)) return NaN;
  if (x === Infinity) return 0;
  if (x === 0) return -Infinity;
  if (x >= 2) {
    const [ss, cc] = waves0(x);
    if (x > 2 ** 129) return (INVERSE_SQRT_PI * ss) / Math.sqrt(x);
    const u = 1 + quotient(x, amplitude0);
    const v = (-0.125 + quotient(x, phase0)) / x;
    return (INVERSE_SQRT_PI * (u * ss + v * cc)) / Math.sqrt(x);
  }
  if (x <= 2 ** -27) return -0.07380429510868723 + TWO_OVER_PI * log(x);
  const z = x * x;
  return ascending(z, y0Above) / ascending(z, y0Below) + TWO_OVER_PI * j0(x) * log(x);
}

const j1Above = [-0.0625, 0.001407056669551897, -0.00001599556310840356, 4.9672799960958445e-8];
const j1Below = [
  1, 0.019153759953836346, 0.00018594678558863092, 0.0000011771846404262368, 5.0463625707621704e-9,
  1.2354227442613791e-11,
];

export function j1(argument: number): number {
  if (Number.isNaN(argument)) return argument;
  if (!Number.isFinite(argument) || argument === 0) return 0;
  const x = Math.abs(argument);
  const sign = argument < 0 ? -1 : 1;
  if (x >= 2) {
    const [ss, cc] = waves1(x);
    if (x > 2 ** 129) return (sign * (INVERSE_SQRT_PI * cc)) / Math.sqrt(x);
    const u = 1 + quotient(x, amplitude1);
    const v = (0.375 + quotient(x, phase1)) / x;
    return (sign * (INVERSE_SQRT_PI * (u * cc - v * ss))) / Math.sqrt(x);
  }
  // Go forgets the sign here.
  if (x < 2 ** -27) return 0.5 * x;
  const z = x * x;
  const r = z * ascending(z, j1Above) * x;
  return sign * (0.5 * x + r / ascending(z, j1Below));
}

const y1Above = [
  -0.19605709064623894, 0.05044387166398113, -0.0019125689587576355, 0.00002352526005616105,
  -9.190991580398789e-8,
];
const y1Below = [
  1, 0.01991673182366499, 0.00020255258102513517, 0.0000013560880109751623, 6.227414523646215e-9,
  1.6655924620799208e-11,
];

export function y1(x: number): number {
  if (x < 0 || Number.isNaN(x)) return NaN;
  if (x === Infinity) return 0;
  if (x === 0) return -Infinity;
  if (x >= 2) {
    const [ss, cc] = waves1(x);
    if (x > 2 ** 129) return (INVERSE_SQRT_PI * ss) / Math.sqrt(x);
    const u = 1 + quotient(x, amplitude1);
    const v = (0.375 + quotient(x, phase1)) / x;
    return (INVERSE_SQRT_PI * (u * ss + v * cc)) / Math.sqrt(x);
  }
  if (x <= 2 ** -54) return -TWO_OVER_PI / x;
  const z = x * x;
  const series = ascending(z, y1Above) / ascending(z, y1Below);
  return x * series + TWO_OVER_PI * (j1(x) * log(x) - 1 / x);
}

export function jn(order: number | bigint, argument: number): number {
  let n = Number(order);
  let x = argument;
  if (Number.isNaN(x)) return x;
  if (!Number.isFinite(x)) return 0;
  if (n === 0) return j0(x);
  if (x === 0) return 0;
  if (n < 0) [n, x] = [-n, -x];
  if (n === 1) return j1(x);
  const isNegative = x < 0 && n % 2 === 1;
  const value = jnPositive(n, Math.abs(x));
  return isNegative ? -value : value;
}

function jnPositive(n: number, x: number): number {
  if (n <= x) {
    if (x >= 2 ** 302) {
      const [s, c] = sincos(x);
      const wave = [c + s, -c + s, -c - s, c - s][n % 4] ?? 0;
      return (INVERSE_SQRT_PI * wave) / Math.sqrt(x);
    }
    let [a, b] = [j0(x), j1(x)];
    for (let i = 1; i < n; i++) [a, b] = [b, b * ((i + i) / x) - a];
    return b;
  }
  return x < 2 ** -29 ? jnTiny(n, x) : jnBackwards(n, x);
}

function jnTiny(n: number, x: number): number {
  if (n > 33) return 0;
  const half = x * 0.5;
  let a = 1;
  let b = half;
  for (let i = 2; i <= n; i++) {
    a *= i;
    b *= half;
  }
  return b / a;
}

/** Backward recurrence, started where a continued fraction has settled. */
function jnBackwards(n: number, x: number): number {
  const step = 2 / x;
  let z = (n + n) / x + step;
  let [q0, q1] = [(n + n) / x, ((n + n) / x) * z - 1];
  let k = 1;
  while (q1 < 1e9) {
    k++;
    z += step;
    [q0, q1] = [q1, z * q1 - q0];
  }
  let t = 0;
  for (let i = 2 * (n + k); i >= n + n; i -= 2) t = 1 / (i / x - t);
  let [a, b] = [t, 1];
  const mayOverflow = n * log(Math.abs(step * n)) >= 709.782712893384;
  for (let i = n - 1; i > 0; i--) {
    [a, b] = [b, (b * (i + i)) / x - a];
    if (mayOverflow && b > 1e100) {
      a /= b;
      t /= b;
      b = 1;
    }
  }
  return (t * j0(x)) / b;
}

export function yn(order: number | bigint, x: number): number {
  let n = Number(order);
  if (x < 0 || Number.isNaN(x)) return NaN;
  if (x === Infinity) return 0;
  if (n === 0) return y0(x);
  if (x === 0) return n < 0 && n % 2 !== 0 ? Infinity : -Infinity;
  const isNegative = n < 0 && n % 2 !== 0;
  n = Math.abs(n);
  const value = n === 1 ? y1(x) : ynPositive(n, x);
  return isNegative ? -value : value;
}

function ynPositive(n: number, x: number): number {
  if (x >= 2 ** 302) {
    const [s, c] = sincos(x);
    const wave = [s - c, -s - c, -s + c, s + c][n % 4] ?? 0;
    return (INVERSE_SQRT_PI * wave) / Math.sqrt(x);
  }
  let [a, b] = [y0(x), y1(x)];
  for (let i = 1; i < n && b !== -Infinity; i++) [a, b] = [b, ((i + i) / x) * b - a];
  return b;
}
