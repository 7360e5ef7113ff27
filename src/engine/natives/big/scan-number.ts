// Reads numbers for math/big: mantissas in bases 2 … 62 with prefixes, separators and fractions,
// and exponents. Errors have the texts of math/big.

import { canonical, type Word } from '../math/float-parts.ts';

export interface ScannedMantissa {
  readonly value: bigint;
  readonly base: number;
  /** Minus the number of digits after the point; not negative without a point. */
  readonly fraction: number;
  readonly end: number;
  readonly error: string;
}

const noDigits = 'number has no digits';
const badSeparator = "'_' must separate successive digits";

function digitValue(text: string, at: number, base: number): number {
  const code = text.charCodeAt(at);
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0x61 && code <= 0x7a) return code - 0x61 + 10;
  if (code >= 0x41 && code <= 0x5a) return code - 0x41 + (base <= 36 ? 10 : 36);
  return 64;
}

function prefixBase(letter: string): number {
  switch (letter.toLowerCase()) {
    case 'b':
      return 2;
    case 'o':
      return 8;
    case 'x':
      return 16;
    default:
      return 0;
  }
}

/** Value of digits in a base, by halves, so that long numbers take less than quadratic time. */
function valueOf(digits: readonly number[], base: number): bigint {
  const text = digits.map((digit) => digit.toString(36)).join('');
  if (base === 10) return BigInt(text === '' ? '0' : text);
  if (base === 16) return BigInt(`0x0${text}`);
  if (digits.length <= 10) return BigInt(digits.reduce((sum, digit) => sum * base + digit, 0));
  const half = digits.length >> 1;
  const low = digits.length - half;
  const scale = BigInt(base) ** BigInt(low);
  return valueOf(digits.slice(0, half), base) * scale + valueOf(digits.slice(half), base);
}

/** A mantissa without sign. Base 0 is told by a prefix. */
export function scanMantissa(
  text: string,
  start: number,
  wanted: number,
  allowsFraction: boolean,
): ScannedMantissa {
  let at = start;
  let base = wanted === 0 ? 10 : wanted;
  let previous = '.';
  let count = 0;
  let isOctalPrefix = false;
  if (wanted === 0 && text.charAt(at) === '0') {
    previous = '0';
    count = 1;
    at++;
    const prefixed = prefixBase(text.charAt(at));
    if (prefixed > 0) {
      base = prefixed;
      at++;
      count = 0;
    } else if (!allowsFraction && at < text.length) {
      base = 8;
      isOctalPrefix = true;
      count = 0;
    }
  }
  const digits: number[] = [];
  let badlySeparated = false;
  let point = -1;
  for (; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '.' && allowsFraction && point < 0) {
      if (previous === '_') badlySeparated = true;
      previous = '.';
      point = count;
    } else if (character === '_' && wanted === 0) {
      if (previous !== '0') badlySeparated = true;
      previous = '_';
    } else {
      const digit = digitValue(text, at, base);
      if (digit >= base) break;
      digits.push(digit);
      previous = '0';
      count++;
    }
  }
  let error = badlySeparated || previous === '_' ? badSeparator : '';
  if (count === 0 && isOctalPrefix) return { value: 0n, base: 10, fraction: 1, end: at, error };
  if (count === 0) error = noDigits;
  const fraction = point >= 0 ? point - count : count;
  return { value: valueOf(digits, base), base, fraction, end: at, error };
}

export interface ScannedExponent {
  readonly exponent: number;
  readonly base: number;
  readonly end: number;
  readonly error: string;
}

export function scanExponent(text: string, start: number, separators: boolean): ScannedExponent {
  const letter = text.charAt(start).toLowerCase();
  if (letter !== 'e' && letter !== 'p') return { exponent: 0, base: 10, end: start, error: '' };
  const base = letter === 'e' ? 10 : 2;
  let at = start + 1;
  const sign = text.charAt(at);
  if (sign === '+' || sign === '-') at++;
  let digits = '';
  let previous = '.';
  let badlySeparated = false;
  for (; at < text.length; at++) {
    const character = text.charAt(at);
    if (character >= '0' && character <= '9') {
      digits += character;
      previous = '0';
    } else if (character === '_' && separators) {
      if (previous !== '0') badlySeparated = true;
      previous = '_';
    } else break;
  }
  if (digits === '') return { exponent: 0, base, end: at, error: noDigits };
  const exponent = Number(digits) * (sign === '-' ? -1 : 1);
  let error = '';
  if (!Number.isSafeInteger(exponent)) {
    const signed = sign === '-' ? `-${digits}` : digits;
    error = `strconv.ParseInt: parsing "${signed}": value out of range`;
  } else if (badlySeparated || previous === '_') error = badSeparator;
  return { exponent, base, end: at, error };
}

/** Whether there is a minus sign, and where the number goes on. */
export function scanSign(text: string): { readonly negative: boolean; readonly end: number } {
  const sign = text.charAt(0);
  return { negative: sign === '-', end: sign === '-' || sign === '+' ? 1 : 0 };
}

/** An integer's value, what is wrong with it, and whether it is the whole text. */
function parseInteger(text: string, base: number): [Word, string, boolean] {
  const { negative, end } = scanSign(text);
  const scanned = scanMantissa(text, end, base, false);
  const value = negative && scanned.error === '' ? -scanned.value : scanned.value;
  return [canonical(value), scanned.error, scanned.end === text.length];
}

/** Rat.SetString but for the form a/b. */
function parseRational(text: string): [Word, Word, boolean] {
  const failed: [Word, Word, boolean] = [0, 1, false];
  const { negative, end } = scanSign(text);
  const mantissa = scanMantissa(text, end, 0, true);
  if (mantissa.error !== '') return failed;
  const exponent = scanExponent(text, mantissa.end, true);
  if (exponent.error !== '' || exponent.end < text.length) return failed;
  if (mantissa.value === 0n) return [0, 1, true];
  const { twos, fives } = exponentsOf(mantissa, exponent);
  if (Math.abs(fives) > 1e6 || Math.abs(twos) > 1e7) return failed;
  let above = negative ? -mantissa.value : mantissa.value;
  let below = 1n;
  if (fives > 0) above *= 5n ** BigInt(fives);
  else below *= 5n ** BigInt(-fives);
  if (twos > 0) above <<= BigInt(twos);
  else below <<= BigInt(-twos);
  return [canonical(above), canonical(below), true];
}

/** The powers of two and five that a mantissa is to be multiplied by. */
export function exponentsOf(
  mantissa: ScannedMantissa,
  exponent: ScannedExponent,
): { readonly twos: number; readonly fives: number } {
  let twos = exponent.exponent;
  let fives = exponent.base === 10 ? exponent.exponent : 0;
  if (mantissa.fraction < 0) {
    const bits = { 2: 1, 8: 3, 16: 4 }[mantissa.base] ?? 1;
    twos += mantissa.fraction * bits;
    if (mantissa.base === 10) fives += mantissa.fraction;
  }
  return { twos, fives };
}

export const scanNatives = {
  'math/big.parseInteger': parseInteger,
  'math/big.parseRational': parseRational,
};
