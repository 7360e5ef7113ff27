// Natives of math and math/bits. What IEEE 754 fixes is JavaScript's; all else (sin, exp, log…) is
// computed in folder math by additions, multiplications and roots alone, so that every machine
// prints the same digits as Go on amd64. All are pure.

import { bitsNatives } from './math/bits.ts';
import { j0, j1, jn, y0, y1, yn } from './math/bessel.ts';
import { erf, erfc, erfinv } from './math/error-function.ts';
import { cosh, exp, exp2, expm1, pow, pow10, sinh, tanh } from './math/exponential.ts';
import {
  copysign,
  float32bits,
  float32frombits,
  float64bits,
  float64frombits,
  frexp,
  ilogb,
  ldexp,
  logb,
  modf,
  nextafter,
  nextafter32,
  remainder,
  round,
  roundToEven,
  signbit,
  type Word,
} from './math/float-parts.ts';
import { fma } from './math/fused.ts';
import { gamma, lgamma } from './math/gamma.ts';
import { acosh, asinh, atanh, log, log10, log1p, log2 } from './math/logarithm.ts';
import {
  acos,
  asin,
  atan,
  atan2,
  cbrt,
  cos,
  halfTurns,
  hypot,
  sin,
  sincos,
  tan,
} from './math/trigonometric.ts';

/** math.Mod: the sign of the result is that of x; exact, as the remainder of floats is. */
function mod(x: number, y: number): number {
  return x % y;
}

/** An infinity wins over NaN; 0 is greater than −0. */
function max(x: number, y: number): number {
  return x === Infinity || y === Infinity ? Infinity : Math.max(x, y);
}

function min(x: number, y: number): number {
  return x === -Infinity || y === -Infinity ? -Infinity : Math.min(x, y);
}

/** x − y, or 0 if that is not positive. */
function dim(x: number, y: number): number {
  const difference = x - y;
  return difference <= 0 ? 0 : difference;
}

function isInf(x: number, sign: Word): boolean {
  return (sign >= 0 && x === Infinity) || (sign <= 0 && x === -Infinity);
}

export const mathNatives = {
  'math.Abs': Math.abs,
  'math.Acos': acos,
  'math.Acosh': acosh,
  'math.Asin': asin,
  'math.Asinh': asinh,
  'math.Atan': atan,
  'math.Atan2': atan2,
  'math.Atanh': atanh,
  'math.Cbrt': cbrt,
  'math.Ceil': Math.ceil,
  'math.Copysign': copysign,
  'math.Cos': cos,
  'math.Cosh': cosh,
  'math.Dim': dim,
  'math.Erf': erf,
  'math.Erfc': erfc,
  'math.Erfcinv': (x: number): number => erfinv(1 - x),
  'math.Erfinv': erfinv,
  'math.Exp': exp,
  'math.Exp2': exp2,
  'math.Expm1': expm1,
  'math.FMA': fma,
  'math.Float32bits': float32bits,
  'math.Float32frombits': float32frombits,
  'math.Float64bits': float64bits,
  'math.Float64frombits': float64frombits,
  'math.Floor': Math.floor,
  'math.Frexp': frexp,
  'math.Gamma': gamma,
  'math.Hypot': hypot,
  'math.Ilogb': ilogb,
  'math.Inf': (sign: Word): number => (sign >= 0 ? Infinity : -Infinity),
  'math.IsInf': isInf,
  'math.IsNaN': Number.isNaN,
  'math.J0': j0,
  'math.J1': j1,
  'math.Jn': jn,
  'math.Ldexp': ldexp,
  'math.Lgamma': lgamma,
  'math.Log': log,
  'math.Log10': log10,
  'math.Log1p': log1p,
  'math.Log2': log2,
  'math.Logb': logb,
  'math.Max': max,
  'math.Min': min,
  'math.Mod': mod,
  'math.Modf': modf,
  'math.NaN': (): number => NaN,
  'math.Nextafter': nextafter,
  'math.Nextafter32': nextafter32,
  'math.Pow': pow,
  'math.Pow10': pow10,
  'math.Remainder': remainder,
  'math.Round': round,
  'math.RoundToEven': roundToEven,
  'math.Signbit': signbit,
  'math/cmplx.halfTurns': halfTurns,
  'math.Sin': sin,
  'math.Sincos': sincos,
  'math.Sinh': sinh,
  'math.Sqrt': Math.sqrt,
  'math.Tan': tan,
  'math.Tanh': tanh,
  'math.Trunc': Math.trunc,
  'math.Y0': y0,
  'math.Y1': y1,
  'math.Yn': yn,
  ...bitsNatives,
};
