// The error function and its complement after msun; the inverse by rational approximation
// (Wichura, 1988).

import { fromWords, highWord } from './float-parts.ts';
import { exp } from './exponential.ts';
import { log } from './logarithm.ts';
import { ascending, descending } from './polynomial.ts';

const ERX = 0.8450629115104675;
const smallNumerator = [
  0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442,
  -0.000023763016656650163,
];
const smallDenominator = [
  1, 0.39791722395915535, 0.0650222499887673, 0.005081306281875766, 0.00013249473800432164,
  -0.000003960228278775368,
];
const middleNumerator = [
  -0.0023621185607526594, 0.41485611868374833, -0.3722078760357013, 0.31834661990116175,
  -0.11089469428239668, 0.035478304325618236, -0.002166375594868791,
];
const middleDenominator = [
  1, 0.10642088040084423, 0.540397917702171, 0.07182865441419627, 0.12617121980876164,
  0.01363708391202905, 0.011984499846799107,
];
const largeNumerator = [
  -0.009864944034847148, -0.6938585727071818, -10.558626225323291, -62.375332450326006,
  -162.39666946257347, -184.60509290671104, -81.2874355063066, -9.814329344169145,
];
const largeDenominator = [
  1, 19.651271667439257, 137.65775414351904, 434.56587747522923, 645.3872717332679,
  429.00814002756783, 108.63500554177944, 6.570249770319282, -0.0604244152148581,
];
const hugeNumerator = [
  -0.0098649429247001, -0.799283237680523, -17.757954917754752, -160.63638485582192,
  -637.5664433683896, -1025.0951316110772, -483.5191916086514,
];
const hugeDenominator = [
  1, 30.33806074348246, 325.7925129965739, 1536.729586084437, 3199.8582195085955,
  2553.0504064331644, 474.52854120695537, -22.44095244658582,
];

function smallQuotient(x: number): number {
  const z = x * x;
  return ascending(z, smallNumerator) / ascending(z, smallDenominator);
}

function middleQuotient(x: number): number {
  const s = x - 1;
  return ascending(s, middleNumerator) / ascending(s, middleDenominator);
}

/** erfc(x) for x ≥ 1.25. */
function tail(x: number): number {
  const s = 1 / (x * x);
  const quotient =
    x < 2.857142857142857
      ? ascending(s, largeNumerator) / ascending(s, largeDenominator)
      : ascending(s, hugeNumerator) / ascending(s, hugeDenominator);
  const z = fromWords(highWord(x), 0);
  return (exp(-z * z - 0.5625) * exp((z - x) * (z + x) + quotient)) / x;
}

export function erf(x: number): number {
  if (Number.isNaN(x)) return NaN;
  const size = Math.abs(x);
  const sign = x < 0 ? -1 : 1;
  if (size < 0.84375) {
    const positive = x < 0 ? -x : x;
    if (size >= 2 ** -28) return sign * (positive + positive * smallQuotient(positive));
    if (size >= 2.848094538889218e-306) return sign * (positive + 0.1283791670955126 * positive);
    return sign * (0.125 * (8 * positive + 1.0270333367641007 * positive));
  }
  if (size < 1.25) return sign * (ERX + middleQuotient(size));
  if (size >= 6) return sign;
  return sign * (1 - tail(size));
}

export function erfc(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (!Number.isFinite(x)) return x > 0 ? 0 : 2;
  const size = Math.abs(x);
  const isNegative = x < 0;
  if (size < 0.84375) {
    let value = size;
    if (size >= 2 ** -56) {
      const part = size * smallQuotient(size);
      value = size < 0.25 ? size + part : 0.5 + (part + (size - 0.5));
    }
    return isNegative ? 1 + value : 1 - value;
  }
  if (size < 1.25) {
    const quotient = middleQuotient(size);
    return isNegative ? 1.8450629115104675 + quotient : 0.15493708848953247 - quotient;
  }
  if (size >= 28) return isNegative ? 2 : 0;
  if (isNegative && size > 6) return 2;
  return isNegative ? 2 - tail(size) : tail(size);
}

const inverseSmall: readonly [number[], number[]] = [
  [
    887.0940696254552, 11819.493347062295, 23782.041382114385, 16235.862515167575,
    4854.886889384388, 697.062665343896, 47.07268811238398, 1.1975323115670913,
  ],
  [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
];
const inverseMiddle: readonly [number[], number[]] = [
  [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
    3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  [
    1.4859850019840355e-9,
    0.0007744145906515771,
    0.021494160384252878,
    0.2094506521051275,
    0.9754783200178743,
    2.3707661626024534,
    2.9036514445419948,
    Math.SQRT2,
  ],
];
const inverseLarge: readonly [number[], number[]] = [
  [
    2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  [
    2.8910246058729655e-15,
    2.010321207683943e-7,
    0.000026110884050805935,
    0.0011128009970788597,
    0.02103693768272069,
    0.19364809469506591,
    0.8482908416595164,
    Math.SQRT2,
  ],
];

export function erfinv(x: number): number {
  if (Number.isNaN(x) || x < -1 || x > 1) return NaN;
  if (x === 1 || x === -1) return x * Infinity;
  const size = x < 0 ? -x : x;
  let value: number;
  if (size <= 0.85) {
    const r = 0.180625 - 0.25 * size * size;
    value = (size * descending(r, inverseSmall[0])) / descending(r, inverseSmall[1]);
  } else {
    const r = Math.sqrt(Math.LN2 - log(1 - size));
    const [above, below] = r <= 5 ? inverseMiddle : inverseLarge;
    const rest = r <= 5 ? r - 1.6 : r - 5;
    value = descending(rest, above) / descending(rest, below);
  }
  return x < 0 ? -value : value;
}
