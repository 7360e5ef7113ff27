// Texts of math/big's floats: every digit of a binary float is known, so rounding and the shortest
// text are decided exactly.

import type { Word } from '../math/float-parts.ts';
import { binaryOf, round } from './float.ts';
import { bitLength, magnitude, trailingZeros } from './integer.ts';

/** 0.d₁d₂… × 10^exponent, without zeros at the end; no digits for 0. */
interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

function decimalOf(m: bigint, e: number): Decimal {
  const scaled = e >= 0 ? m << BigInt(e) : m * 5n ** BigInt(-e);
  const digits = scaled.toString();
  return trimmed(digits, digits.length + Math.min(e, 0));
}

function trimmed(digits: string, exponent: number): Decimal {
  const kept = digits.replace(/0+$/, '');
  return kept === '' ? { digits: '', exponent: 0 } : { digits: kept, exponent };
}

function roundedUp(decimal: Decimal, count: number): Decimal {
  let kept = count - 1;
  while (kept >= 0 && decimal.digits.charAt(kept) === '9') kept--;
  if (kept < 0) return { digits: '1', exponent: decimal.exponent + 1 };
  const last = String(Number(decimal.digits.charAt(kept)) + 1);
  return { digits: decimal.digits.slice(0, kept) + last, exponent: decimal.exponent };
}

function roundedDown(decimal: Decimal, count: number): Decimal {
  return trimmed(decimal.digits.slice(0, count), decimal.exponent);
}

/** To a number of digits, halves to even. */
function rounded(decimal: Decimal, count: number): Decimal {
  const { digits } = decimal;
  if (count < 0 || count >= digits.length) {
    return count < 0 ? { digits: '', exponent: 0 } : decimal;
  }
  const isHalf = digits.charAt(count) === '5' && count + 1 === digits.length;
  const isUp = isHalf
    ? count > 0 && Number(digits.charAt(count - 1)) % 2 === 1
    : digits.charAt(count) >= '5';
  return isUp ? roundedUp(decimal, count) : roundedDown(decimal, count);
}

/** The fewest digits that round back to the same float of the precision. */
function shortest(decimal: Decimal, m: bigint, e: number, precision: number): Decimal {
  const shift = bitLength(m) - (precision + 1);
  const wide = shift < 0 ? m << BigInt(-shift) : m >> BigInt(shift);
  const lower = decimalOf(wide - 1n, e + shift);
  const upper = decimalOf(wide + 1n, e + shift);
  const isInclusive = (wide & 2n) === 0n;
  const { digits } = decimal;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charAt(i);
    const low = lower.digits.charAt(i) || '0';
    const high = upper.digits.charAt(i) || '0';
    const isDownGood = low !== digit || (isInclusive && i + 1 === lower.digits.length);
    const isUpGood =
      digit !== high &&
      (isInclusive ||
        Number(digit) + 1 < Number(high) ||
        i + 1 < upper.digits.length ||
        (i >= upper.digits.length && digit < '9'));
    if (isDownGood && isUpGood) return rounded(decimal, i + 1);
    if (isDownGood) return roundedDown(decimal, i + 1);
    if (isUpGood) return roundedUp(decimal, i + 1);
  }
  return decimal;
}

function exponentText(exponent: number, digits: number): string {
  return (exponent < 0 ? '-' : '+') + String(Math.abs(exponent)).padStart(digits, '0');
}

function scientific(decimal: Decimal, letter: string, precision: number): string {
  const { digits } = decimal;
  const first = digits.charAt(0) || '0';
  const rest = precision > 0 ? `.${digits.slice(1, precision + 1).padEnd(precision, '0')}` : '';
  const exponent = digits === '' ? 0 : decimal.exponent - 1;
  return `${first}${rest}${letter}${exponentText(exponent, 2)}`;
}

function positional(decimal: Decimal, precision: number): string {
  const { digits, exponent } = decimal;
  const whole = exponent > 0 ? digits.slice(0, exponent).padEnd(exponent, '0') : '0';
  if (precision <= 0) return whole;
  const zeros = '0'.repeat(Math.min(Math.max(-exponent, 0), precision));
  const fraction = zeros + digits.slice(Math.max(exponent, 0));
  return `${whole}.${fraction.slice(0, precision).padEnd(precision, '0')}`;
}

function general(decimal: Decimal, letter: string, wanted: number, isShortest: boolean): string {
  const count = decimal.digits.length;
  let limit = wanted;
  if (limit > count && count >= decimal.exponent) limit = count;
  if (isShortest) limit = 6;
  const exponent = decimal.exponent - 1;
  if (exponent < -4 || exponent >= limit) {
    return scientific(decimal, letter, Math.min(wanted, count) - 1);
  }
  const precision = wanted > decimal.exponent ? count : wanted;
  return positional(decimal, Math.max(precision - decimal.exponent, 0));
}

function decimalText(m: bigint, e: number, bits: number, format: string, wanted: number): string {
  const exact = decimalOf(m, e);
  const isShortest = wanted < 0;
  const small = format.toLowerCase();
  if (isShortest) {
    const decimal = m === 0n ? exact : shortest(exact, m, e, bits);
    const { length } = decimal.digits;
    if (small === 'e') return scientific(decimal, format, length - 1);
    if (small === 'f') return positional(decimal, Math.max(length - decimal.exponent, 0));
    return general(decimal, format === 'g' ? 'e' : 'E', length, true);
  }
  if (small === 'e') return scientific(rounded(exact, wanted + 1), format, wanted);
  if (small === 'f') return positional(rounded(exact, exact.exponent + wanted), wanted);
  const count = wanted === 0 ? 1 : wanted;
  return general(rounded(exact, count), format === 'g' ? 'e' : 'E', count, false);
}

/** %x: one bit, a point, and hexadecimal digits. */
function hexadecimalText(m: bigint, exponent: number, wanted: number, mode: number): string {
  if (m === 0n) return `0x0${wanted > 0 ? `.${'0'.repeat(wanted)}` : ''}p+00`;
  const least = bitLength(m) - trailingZeros(m);
  const bits = wanted < 0 ? 1 + Math.floor((least - 1 + 3) / 4) * 4 : 1 + 4 * wanted;
  const [mantissa, x] = round(binaryOf(m, exponent), bits, mode);
  const value = magnitude(BigInt(mantissa));
  const digits = (value << BigInt(bits - bitLength(value))).toString(16);
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
  return `0x1${fraction}p${exponentText(x - 1, 2)}`;
}

/** Float.Text without the sign; '' for an unknown format. */
function text(
  mantissa: Word,
  exponent: number,
  bits: number,
  mode: number,
  format: string,
  wanted: number,
): string {
  const signed = BigInt(mantissa);
  const m = magnitude(signed);
  const e = exponent - bitLength(m);
  switch (format) {
    case 'b': {
      if (m === 0n) return '0';
      const shift = bits - bitLength(m);
      const scale = exponent - bits;
      return `${m << BigInt(shift)}p${scale >= 0 ? '+' : ''}${scale}`;
    }
    case 'p':
      if (m === 0n) return '0';
      return `0x.${fractionDigits(m)}p${exponent >= 0 ? '+' : ''}${exponent}`;
    case 'x':
      return hexadecimalText(signed, exponent, wanted, mode);
    case 'e':
    case 'E':
    case 'f':
    case 'g':
    case 'G':
      return decimalText(m, e, bits, format, wanted);
    default:
      return '';
  }
}

/** Hexadecimal digits of the mantissa as a fraction in [½, 1). */
function fractionDigits(m: bigint): string {
  const bits = bitLength(m);
  const padding = (4 - (bits % 4)) % 4;
  return (m << BigInt(padding)).toString(16).replace(/0+$/, '');
}

export const floatTextNatives = { 'math/big.floatText': text };
