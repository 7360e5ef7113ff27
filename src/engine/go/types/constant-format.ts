// How constants appear in messages (go/constant's String and ExactString): short, floats with six
// digits, strings quoted and cut off.

import {
  decodeRunePacked,
  encodeUtf8,
  packedRune,
  packedSize,
  RUNE_ERROR,
  runeCount,
} from '../../base/utf8.ts';
import type { FloatValue, RealValue, Value } from './constant.ts';
import { type BigFloat, bigFloatExponent, bigFloatFromRatio } from './constant-float.ts';
import { floatOf } from './constant-representable.ts';

/** A short form for people, as gc's messages have it. */
export function constantString(x: Value): string {
  switch (x.kind) {
    case 'unknown':
      return 'unknown';
    case 'bool':
      return String(x.value);
    case 'string':
      return shortQuoted(x.bytes);
    case 'int':
      return x.value.toString();
    case 'float':
      return floatString(x);
    case 'complex':
      return `(${constantString(x.re)} + ${constantString(x.im)}i)`;
  }
}

/** A form that tells different values apart: fractions as `1/3`, strings in full. */
export function constantExactString(x: Value): string {
  switch (x.kind) {
    case 'string':
      return quoteBytes(x.bytes);
    case 'float':
      if (x.form === 'binary') return `${x.float.mantissa}p${x.float.exponent}`;
      return x.den === 1n ? x.num.toString() : `${x.num}/${x.den}`;
    case 'complex':
      return `(${constantExactString(x.re)} + ${constantExactString(x.im)}i)`;
    default:
      return constantString(x);
  }
}

const maxQuotedLength = 72;

function shortQuoted(bytes: string): string {
  const quoted = quoteBytes(bytes);
  if (runeCount(encodeUtf8(quoted)) <= maxQuotedLength) return quoted;
  return `${[...quoted].slice(0, maxQuotedLength - 3).join('')}...`;
}

const escapes: Readonly<Record<number, string>> = {
  7: '\\a',
  8: '\\b',
  9: '\\t',
  10: '\\n',
  11: '\\v',
  12: '\\f',
  13: '\\r',
  34: '\\"',
  92: '\\\\',
};
const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

/** A string constant in double quotes with Go's escapes (strconv.Quote), as a JS string. */
export function quoteBytes(bytes: string): string {
  let text = '"';
  for (let i = 0; i < bytes.length; ) {
    const packed = decodeRunePacked(bytes, i);
    const rune = packedRune(packed);
    const size = packedSize(packed);
    if (rune === RUNE_ERROR && size === 1) text += `\\x${hex(bytes.charCodeAt(i), 2)}`;
    else text += escapes[rune] ?? escapedRune(rune);
    i += size;
  }
  return `${text}"`;
}

function escapedRune(rune: number): string {
  const character = String.fromCodePoint(rune);
  if (printable.test(character)) return character;
  if (rune < 0x20 || rune === 0x7f) return `\\x${hex(rune, 2)}`;
  return rune > 0xffff ? `\\U${hex(rune, 8)}` : `\\u${hex(rune, 4)}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

function floatString(x: FloatValue): string {
  const value = floatOf(x, 'float64');
  const isZero = x.form === 'ratio' ? x.num === 0n : x.float.mantissa === 0n;
  if (isZero === (value === 0) && Number.isFinite(value)) {
    const short = formatShort(value, 6);
    // Six digits must not make an integer of what is none.
    return isInteger(x) || short.includes('.') ? short : formatShort(value, null);
  }
  return hugeString(x.form === 'binary' ? x.float : bigFloatFromRatio(x.num, x.den));
}

function isInteger(x: RealValue): boolean {
  if (x.kind === 'int') return true;
  if (x.form === 'ratio') {
    // Only the first 512 bits count, as for a binary float.
    const float = bigFloatFromRatio(x.num, x.den);
    return isInteger({ kind: 'float', form: 'binary', float });
  }
  const { mantissa, exponent } = x.float;
  if (exponent >= 0) return true;
  const bits = BigInt(Math.min(-exponent, 513));
  return (mantissa >> bits) << bits === mantissa;
}

/** A float64 as Go's %.6g prints it, or %g for a precision of null. */
function formatShort(value: number, precision: number | null): string {
  if (value === 0) return '0';
  const [digitsText = '', exponentText = '0'] = exponential(Math.abs(value), precision).split('e');
  const digits = digitsText.replace('.', '').replace(/0+$/, '');
  const exponent = Number(exponentText);
  const sign = value < 0 ? '-' : '';
  const point = exponent + 1;
  let limit = precision ?? 6;
  if (precision !== null && limit > digits.length && digits.length >= point) limit = digits.length;
  if (exponent < -4 || exponent >= limit) return sign + withExponent(digits, exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (digits.length <= point) return sign + digits.padEnd(point, '0');
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

// As toExponential, which rounds ties up where Go rounds them to even.
function exponential(value: number, precision: number | null): string {
  if (precision === null) return value.toExponential();
  const [exact = '', exponent = ''] = value.toExponential(40).split('e');
  const kept = exact.slice(0, precision + 1);
  const isTie = /^50*$/.test(exact.slice(precision + 1));
  if (isTie && Number(kept.charAt(precision)) % 2 === 0) return `${kept}e${exponent}`;
  return value.toExponential(precision - 1);
}

function withExponent(digits: string, exponent: number): string {
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
  const magnitude = String(Math.abs(exponent)).padStart(2, '0');
  return `${digits.charAt(0)}${fraction}e${exponent < 0 ? '-' : '+'}${magnitude}`;
}

// Beyond float64 the decimal exponent is estimated from the binary one.
function hugeString(x: BigFloat): string {
  const binaryExponent = bigFloatExponent(x);
  let mantissa = floatOf(
    { kind: 'float', form: 'binary', float: { ...x, exponent: x.exponent - binaryExponent } },
    'float64',
  );
  const decimal = binaryExponent * Math.log10(2);
  let exponent = Math.trunc(decimal);
  mantissa *= 10 ** (decimal - exponent);
  const magnitude = Math.abs(mantissa);
  if (magnitude < 1 - 0.5e-6) {
    mantissa *= 10;
    exponent -= 1;
  } else if (magnitude >= 10) {
    mantissa /= 10;
    exponent += 1;
  }
  return `${formatShort(mantissa, 6)}e${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
}
