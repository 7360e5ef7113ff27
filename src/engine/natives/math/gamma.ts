// The gamma function after Cephes, and the logarithm of its absolute value after msun.

import { modf, signbit } from './float-parts.ts';
import { exp, pow } from './exponential.ts';
import { log } from './logarithm.ts';
import { ascending, descending } from './polynomial.ts';
import { cos, sin } from './trigonometric.ts';

const numerator = [
  0.00016011952247675185, 0.0011913514700658638, 0.010421379756176158, 0.04763678004571372,
  0.20744822764843598, 0.4942148268014971, 1,
];
const denominator = [
  -0.000023158187332412014, 0.0005396055804933034, -0.004456419138517973, 0.011813978522206043,
  0.035823639860549865, -0.23459179571824335, 0.0714304917030273, 1,
];
const stirlingSeries = [
  0.0007873113957930937, -0.00022954996161337813, -0.0026813261780578124, 0.0034722222160545866,
  0.08333333333334822,
];

/** Two factors of gamma(x) for x > 33, of which the product may overflow. */
function stirling(x: number): [number, number] {
  if (x > 200) return [Infinity, 1];
  const w = 1 / x;
  const series = 1 + w * descending(w, stirlingSeries);
  const power = exp(x);
  if (x > 143.01608) {
    const half = pow(x, 0.5 * x - 0.25);
    return [half, 2.5066282746310007 * series * (half / power)];
  }
  return [pow(x, x - 0.5) / power, 2.5066282746310007 * series];
}

function isNegativeInteger(x: number): boolean {
  return x < 0 && modf(x)[1] === 0;
}

export function gamma(x: number): number {
  if (isNegativeInteger(x) || x === -Infinity || Number.isNaN(x)) return NaN;
  if (x === Infinity) return Infinity;
  if (x === 0) return signbit(x) ? -Infinity : Infinity;
  if (Math.abs(x) > 33) return gammaLarge(x);
  let z = 1;
  let rest = x;
  for (; rest >= 3; z *= rest) rest--;
  for (; rest < 0; rest++) {
    if (rest > -1e-9) return gammaNearZero(rest, z);
    z /= rest;
  }
  for (; rest < 2; rest++) {
    if (rest < 1e-9) return gammaNearZero(rest, z);
    z /= rest;
  }
  if (rest === 2) return z;
  rest -= 2;
  return (z * descending(rest, numerator)) / descending(rest, denominator);
}

function gammaNearZero(x: number, z: number): number {
  if (x === 0) return Infinity;
  return z / ((1 + 0.5772156649015329 * x) * x);
}

function gammaLarge(x: number): number {
  if (x >= 0) {
    const [first, second] = stirling(x);
    return first * second;
  }
  const size = Math.abs(x);
  let whole = Math.floor(size);
  // Go takes the sign from an int64, of which the lowest bit of a huge float is 0.
  const sign = whole % 2 === 0 ? -1 : 1;
  let z = size - whole;
  if (z > 0.5) {
    whole++;
    z = size - whole;
  }
  z = size * sin(Math.PI * z);
  if (z === 0) return sign * Infinity;
  const [first, second] = stirling(size);
  const absolute = Math.abs(z);
  const product = absolute * first * second;
  if (product === Infinity) return sign * (Math.PI / absolute / first / second);
  return sign * (Math.PI / product);
}

const seriesA = [
  0.07721566490153287, 0.3224670334241136, 0.06735230105312927, 0.020580808432516733,
  0.007385550860814029, 0.0028905138367341563, 0.0011927076318336207, 0.0005100697921535113,
  0.00022086279071390839, 0.00010801156724758394, 0.000025214456545125733, 0.000044864094961891516,
];
const evenA = seriesA.filter((_, index) => index % 2 === 0);
const oddA = seriesA.filter((_, index) => index % 2 === 1);
const seriesR = [
  1, 1.3920053346762105, 0.7219355475671381, 0.17193386563280308, 0.01864591917156529,
  0.0007779424963818936, 0.000007326684307446256,
];
const seriesS = [
  -0.07721566490153287, 0.21498241596060885, 0.325778796408931, 0.14635047265246445,
  0.02664227030336386, 0.0018402845140733772, 0.00003194753265841009,
];
const seriesT = [
  0.48383612272381005, -0.1475877229945939, 0.06462494023913339, -0.032788541075985965,
  0.01797067508118204, -0.010314224129834144, 0.006100538702462913, -0.0036845201678113826,
  0.0022596478090061247, -0.0014034646998923284, 0.000881081882437654, -0.0005385953053567405,
  0.00031563207090362595, -0.00031275416837512086, 0.0003355291926355191,
];
const thirdsT = [0, 1, 2].map((start) => seriesT.filter((_, index) => index % 3 === start));
const seriesU = [
  -0.07721566490153287, 0.6328270640250934, 1.4549225013723477, 0.9777175279633727,
  0.22896372806469245, 0.013381091853678766,
];
const seriesV = [
  1, 2.4559779371304113, 2.128489763798934, 0.7692851504566728, 0.10422264559336913,
  0.003217092422824239,
];
const seriesW = [
  -0.0027777777772877554, 0.0007936505586430196, -0.00059518755745034, 0.0008363399189962821,
  -0.0016309293409657527,
];
const W_0 = 0.4189385332046727;
const W_1 = 0.08333333333333297;

/** Logarithm of |gamma(x)|, and the sign of gamma(x). */
export function lgamma(x: number): [logarithm: number, sign: number] {
  if (Number.isNaN(x)) return [x, 1];
  if (!Number.isFinite(x)) return [x, 1];
  if (x === 0) return [Infinity, 1];
  const size = Math.abs(x);
  if (size < 2 ** -70) return [-log(size), x < 0 ? -1 : 1];
  if (x > 0) return [lgammaPositive(size), 1];
  if (size >= 2 ** 52) return [Infinity, 1];
  const t = sinPi(size);
  if (t === 0) return [Infinity, 1];
  const adjustment = log(Math.PI / Math.abs(t * size));
  const sign = t < 0 ? -1 : 1;
  return [adjustment - lgammaPositive(size), sign];
}

function lgammaPositive(x: number): number {
  if (x === 1 || x === 2) return 0;
  if (x < 2) return lgammaBelow2(x);
  if (x < 8) return lgammaBelow8(x);
  if (x < 2 ** 58) {
    const z = 1 / x;
    const w = W_0 + z * (W_1 + z * z * ascending(z * z, seriesW));
    return (x - 0.5) * (log(x) - 1) + w;
  }
  return x * (log(x) - 1);
}

function lgammaBelow2(x: number): number {
  if (x <= 0.9) {
    const value = -log(x);
    if (x >= 0.7316321449683623) return value + lgammaNear2(1 - x);
    if (x >= 0.19163214496836226) return value + lgammaNearMinimum(x - 0.46163214496836225);
    return value + lgammaNear1(x);
  }
  if (x >= 1.7316321449683623) return lgammaNear2(2 - x);
  if (x >= 1.1916321449683622) return lgammaNearMinimum(x - 1.4616321449683622);
  return lgammaNear1(x - 1);
}

function lgammaNear2(y: number): number {
  const z = y * y;
  return y * ascending(z, evenA) + z * ascending(z, oddA) - 0.5 * y;
}

function lgammaNearMinimum(y: number): number {
  const z = y * y;
  const w = z * y;
  const [p1, p2, p3] = thirdsT.map((coefficients) => ascending(w, coefficients));
  const p = z * (p1 ?? 0) - (-3.638676997039505e-18 - w * ((p2 ?? 0) + y * (p3 ?? 0)));
  return -0.12148629053584961 + p;
}

function lgammaNear1(y: number): number {
  return -0.5 * y + (y * ascending(y, seriesU)) / ascending(y, seriesV);
}

function lgammaBelow8(x: number): number {
  const whole = Math.trunc(x);
  const y = x - whole;
  const value = 0.5 * y + (y * ascending(y, seriesS)) / ascending(y, seriesR);
  if (whole < 3) return value;
  let z = 1;
  for (let i = whole - 1; i >= 2; i--) z *= y + i;
  return value + log(z);
}

/** −sin(πx) for x > 0, exact at integers and halves. */
function sinPi(argument: number): number {
  if (argument < 0.25) return -sin(Math.PI * argument);
  let x = argument;
  let octant: number;
  if (Math.floor(x) !== x) {
    x %= 2;
    octant = Math.trunc(x * 4);
  } else {
    x %= 2;
    octant = x * 4;
  }
  if (octant === 0) return -sin(Math.PI * x);
  if (octant <= 2) return -cos(Math.PI * (0.5 - x));
  if (octant <= 4) return -sin(Math.PI * (1 - x));
  if (octant <= 6) return cos(Math.PI * (x - 1.5));
  return -sin(Math.PI * (x - 2));
}
