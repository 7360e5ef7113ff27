// Floating-point numbers as text, exactly as strconv.FormatFloat prints them.
// Digits are exact: a float is an integer times a power of two, expanded with bigint and rounded
// half to even, where JS's toFixed would round half up.

/** Decimal digits d1d2d3… with the value 0.d1d2d3… × 10^point; zero has digits ''. */
interface Decimal {
  readonly digits: string;
  readonly point: number;
}

export type FloatFormat = 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'b' | 'x' | 'X';

/** strconv.FormatFloat(given, format, precision, bits); precision -1 is the shortest text. */
export function formatFloat(
  given: number,
  format: FloatFormat,
  precision: number,
  bits: 32 | 64,
): string {
  const value = bits === 32 ? Math.fround(given) : given;
  if (Number.isNaN(value)) return 'NaN';
  if (value === Number.POSITIVE_INFINITY) return '+Inf';
  if (value === Number.NEGATIVE_INFINITY) return '-Inf';
  const negative = value < 0 || Object.is(value, -0);
  const magnitude = Math.abs(value);
  const sign = negative ? '-' : '';
  if (format === 'b') return sign + binaryExponent(magnitude, bits);
  if (format === 'x' || format === 'X') return sign + hexadecimal(magnitude, format, precision);
  return sign + decimalForm(magnitude, format, precision, bits);
}

function decimalForm(
  magnitude: number,
  format: 'e' | 'E' | 'f' | 'F' | 'g' | 'G',
  precision: number,
  bits: 32 | 64,
): string {
  const shortest = precision < 0;
  const lower = format.toLowerCase();
  let decimal: Decimal;
  let digitCount = precision;
  if (shortest) {
    decimal = shortestDecimal(magnitude, bits);
    if (lower === 'e') digitCount = Math.max(decimal.digits.length - 1, 0);
    else if (lower === 'f') digitCount = Math.max(decimal.digits.length - decimal.point, 0);
    else digitCount = decimal.digits.length;
  } else if (lower === 'f') {
    decimal = roundedDecimal(magnitude, { kind: 'places', count: precision });
  } else if (lower === 'e') {
    decimal = roundedDecimal(magnitude, { kind: 'digits', count: precision + 1 });
  } else {
    if (digitCount === 0) digitCount = 1;
    decimal = roundedDecimal(magnitude, { kind: 'digits', count: digitCount });
  }
  if (lower === 'e') return exponentForm(decimal, digitCount, format === 'E' ? 'E' : 'e');
  if (lower === 'f') return pointForm(decimal, Math.max(digitCount, 0));
  // %e is used if the exponent from the conversion is less than -4 or at least the precision;
  // for the shortest text the precision counts as 6 (strconv/ftoa.go).
  let limit = digitCount;
  if (limit > decimal.digits.length && decimal.digits.length >= decimal.point) {
    limit = decimal.digits.length;
  }
  if (shortest) limit = 6;
  const exponent = decimal.point - 1;
  if (exponent < -4 || exponent >= limit) {
    const digits = Math.min(digitCount, decimal.digits.length);
    return exponentForm(decimal, Math.max(digits - 1, 0), format === 'G' ? 'E' : 'e');
  }
  return pointForm(decimal, Math.max(decimal.digits.length - decimal.point, 0));
}

/** d.ddde±dd with `places` digits after the point. */
function exponentForm(decimal: Decimal, places: number, letter: 'e' | 'E'): string {
  const first = decimal.digits.charAt(0) || '0';
  let text = first;
  if (places > 0) text += `.${decimal.digits.slice(1, places + 1).padEnd(places, '0')}`;
  const exponent = decimal.digits === '' ? 0 : decimal.point - 1;
  const size = String(Math.abs(exponent)).padStart(2, '0');
  return `${text}${letter}${exponent < 0 ? '-' : '+'}${size}`;
}

/** ddd.ddd with `places` digits after the point. */
function pointForm(decimal: Decimal, places: number): string {
  const { digits, point } = decimal;
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  if (places === 0) return whole;
  let fraction = '';
  for (let i = 0; i < places; i++) fraction += digits.charAt(point + i) || '0';
  return `${whole}.${fraction}`;
}

/** The fewest digits that read back as the same float of that width. */
export function shortestDecimal(magnitude: number, bits: 32 | 64): Decimal {
  if (magnitude === 0) return { digits: '', point: 0 };
  if (bits === 64) return fromExponential(magnitude.toExponential());
  // A float32 is exactly a float64, but its own shortest text needs at most 9 digits.
  for (let digits = 1; digits < 9; digits++) {
    const near = roundedDecimal(magnitude, { kind: 'digits', count: digits });
    if (isFloat32(near, magnitude)) return near;
    // Above a power of two floats are further apart than below: only the number above may do.
    const above = nextDecimal(near, digits);
    if (isFloat32(above, magnitude)) return above;
  }
  return roundedDecimal(magnitude, { kind: 'digits', count: 9 });
}

function isFloat32(decimal: Decimal, magnitude: number): boolean {
  return Math.fround(Number(`0.${decimal.digits}e${decimal.point}`)) === magnitude;
}

/** The next number with so many digits. */
function nextDecimal({ digits, point }: Decimal, count: number): Decimal {
  const next = (BigInt(digits.padEnd(count, '0')) + 1n).toString();
  return trimmed(next, point + next.length - count);
}

function fromExponential(text: string): Decimal {
  const [mantissa = '', exponent = '0'] = text.split('e');
  const digits = mantissa.replace('.', '').replace(/0+$/, '');
  return { digits, point: Number(exponent) + 1 };
}

type Rounding =
  | { readonly kind: 'places'; readonly count: number }
  | { readonly kind: 'digits'; readonly count: number };

/** The exact decimal expansion, rounded half to even, without trailing zeros. */
function roundedDecimal(magnitude: number, rounding: Rounding): Decimal {
  if (magnitude === 0) return { digits: '', point: 0 };
  const exact = exactDecimal(magnitude);
  const keep = rounding.kind === 'digits' ? rounding.count : exact.point + rounding.count;
  if (keep >= exact.digits.length) return exact;
  if (keep < 0) return { digits: '', point: 0 };
  const kept = exact.digits.slice(0, keep);
  const rest = exact.digits.slice(keep);
  const up = roundsUp(kept, rest);
  if (!up) return trimmed(kept, exact.point);
  const increased = kept === '' ? '1' : (BigInt(kept) + 1n).toString().padStart(kept.length, '0');
  return trimmed(increased, exact.point + increased.length - kept.length);
}

function roundsUp(kept: string, rest: string): boolean {
  const first = rest.charCodeAt(0) - 48;
  if (first !== 5) return first > 5;
  if (/[1-9]/.test(rest.slice(1))) return true;
  return kept !== '' && (kept.charCodeAt(kept.length - 1) - 48) % 2 === 1;
}

function trimmed(digits: string, point: number): Decimal {
  const cut = digits.replace(/0+$/, '');
  return cut === '' ? { digits: '', point: 0 } : { digits: cut, point };
}

const scratch = new DataView(new ArrayBuffer(8));

/** Integer mantissa and power of two: value = mantissa × 2^exponent. */
export function floatParts(magnitude: number): { mantissa: bigint; exponent: number } {
  scratch.setFloat64(0, magnitude);
  const word = scratch.getBigUint64(0);
  const biased = Number((word >> 52n) & 0x7ffn);
  const fraction = word & 0xfffffffffffffn;
  if (biased === 0) return { mantissa: fraction, exponent: -1074 };
  return { mantissa: fraction | (1n << 52n), exponent: biased - 1075 };
}

function exactDecimal(magnitude: number): Decimal {
  const { mantissa, exponent } = floatParts(magnitude);
  // m·2^-k = m·5^k / 10^k, so every float has a finite decimal expansion.
  const scaled = exponent >= 0 ? mantissa << BigInt(exponent) : mantissa * 5n ** BigInt(-exponent);
  const text = scaled.toString();
  const point = exponent >= 0 ? text.length : text.length + exponent;
  return trimmed(text, point);
}

/** -ddddp±ddd: the mantissa as an integer and its binary exponent. */
function binaryExponent(magnitude: number, bits: 32 | 64): string {
  const { mantissa, exponent } = floatParts(magnitude);
  if (bits === 64) return `${mantissa}p${exponent < 0 ? '' : '+'}${exponent}`;
  if (magnitude === 0) return '0p-149';
  let m = mantissa;
  let e = exponent;
  while ((m >= 1n << 24n || e < -149) && m % 2n === 0n) {
    m /= 2n;
    e++;
  }
  while (m < 1n << 23n && e > -149) {
    m *= 2n;
    e--;
  }
  return `${m}p${e < 0 ? '' : '+'}${e}`;
}

/** 0x1.yyyyyyyyp±ddd */
function hexadecimal(magnitude: number, format: 'x' | 'X', precision: number): string {
  let digits = '0';
  let exponent = 0;
  if (magnitude !== 0) {
    let { mantissa, exponent: power } = floatParts(magnitude);
    while (mantissa < 1n << 52n) {
      mantissa <<= 1n;
      power--;
    }
    exponent = power + 52;
    // Mantissa now has its leading 1 at bit 52: 13 hexadecimal digits follow it.
    if (precision >= 0 && precision < 13) {
      const drop = BigInt((13 - precision) * 4);
      const half = 1n << (drop - 1n);
      const rest = mantissa & ((1n << drop) - 1n);
      mantissa >>= drop;
      if (rest > half || (rest === half && mantissa % 2n === 1n)) mantissa++;
      mantissa <<= drop;
      if (mantissa >= 1n << 53n) {
        mantissa >>= 1n;
        exponent++;
      }
    }
    digits = mantissa.toString(16);
  }
  const fraction =
    precision < 0
      ? digits.slice(1).replace(/0+$/, '')
      : digits.slice(1).padEnd(precision, '0').slice(0, precision);
  const size = String(Math.abs(exponent)).padStart(2, '0');
  const point = fraction === '' ? '' : `.${fraction}`;
  const text = `0x${digits.charAt(0)}${point}p${exponent < 0 ? '-' : '+'}${size}`;
  return format === 'X' ? text.toUpperCase() : text;
}
