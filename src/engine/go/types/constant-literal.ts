// The values that literals denote (go/constant's MakeFromLiteral, strconv's Unquote).
// Invariant: the scanner has accepted the literal; what it rejected gives an unknown value here.

import { encodeRune, encodeUtf8 } from '../../base/utf8.ts';
import type { LiteralToken } from '../syntax/ast.ts';
import {
  isSmallExponent,
  makeBigFloat,
  makeImaginary,
  makeInt,
  makeRatio,
  makeString,
  unknownValue,
  type Value,
} from './constant.ts';
import { bigFloatExponent, bigFloatFromDecimal } from './constant-float.ts';

/** The value of a literal as written in the source, quotes and underscores included. */
export function makeFromLiteral(literal: string, token: LiteralToken): Value {
  switch (token) {
    case 'INT':
      return intFromLiteral(literal);
    case 'FLOAT':
      return floatFromLiteral(literal);
    case 'IMAG':
      return makeImaginary(imaginaryFromLiteral(literal.slice(0, -1)));
    case 'CHAR': {
      const unescaped = unquoteOrNull(literal);
      return unescaped?.runes.length === 1 ? makeInt(unescaped.runes[0] ?? 0) : unknownValue;
    }
    case 'STRING': {
      const bytes = stringFromLiteralOrNull(literal);
      return bytes === null ? unknownValue : makeString(bytes);
    }
  }
}

/** The bytes of a string literal, or null if it is malformed. */
export function stringFromLiteralOrNull(literal: string): string | null {
  if (literal.startsWith('`')) {
    if (literal.length < 2 || !literal.endsWith('`')) return null;
    return encodeUtf8(literal.slice(1, -1).replaceAll('\r', ''));
  }
  return unquoteOrNull(literal)?.bytes ?? null;
}

function intFromLiteral(literal: string): Value {
  const digits = literal.replaceAll('_', '');
  const octal = /^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits;
  if (!/^(0x[0-9a-f]+|0o[0-7]+|0b[01]+|0|[1-9][0-9]*)$/i.test(octal)) return unknownValue;
  return makeInt(BigInt(octal));
}

// An imaginary literal's digits are decimal even with a leading zero, unless a base is written.
function imaginaryFromLiteral(literal: string): Value {
  const digits = literal.replaceAll('_', '');
  if (/^0[xob]/i.test(digits) && !/[.p]/i.test(digits)) return intFromLiteral(digits);
  return floatFromLiteral(literal);
}

const decimalFloat = /^([0-9]*)(?:\.([0-9]*))?(?:e([+-]?[0-9]+))?$/i;
const hexFloat = /^0x([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?[0-9]+))?$/i;

function floatFromLiteral(literal: string): Value {
  const digits = literal.replaceAll('_', '');
  const hex = hexFloat.exec(digits);
  const match = hex ?? decimalFloat.exec(digits);
  if (match === null) return unknownValue;
  const whole = match[1] ?? '';
  const fraction = match[2] ?? '';
  if (whole === '' && fraction === '') return unknownValue;
  const exponent = Number(match[3] ?? '0');
  const mantissa = BigInt((hex === null ? '' : '0x') + whole + fraction);
  if (hex !== null) return floatFromParts(mantissa, exponent - 4 * fraction.length, 0);
  return floatFromParts(mantissa, 0, exponent - fraction.length);
}

function floatFromParts(mantissa: bigint, binary: number, decimal: number): Value {
  const float = bigFloatFromDecimal(mantissa, binary, decimal);
  if (float.mantissa === 0n) return makeRatio(0n, 1n);
  if (!isSmallExponent(bigFloatExponent(float))) return makeBigFloat(float);
  let num = mantissa;
  let den = 1n;
  if (decimal > 0) num *= 10n ** BigInt(decimal);
  else den *= 10n ** BigInt(-decimal);
  if (binary > 0) num <<= BigInt(binary);
  else den <<= BigInt(-binary);
  return makeRatio(num, den);
}

interface Unquoted {
  readonly bytes: string;
  readonly runes: readonly number[];
}

const simpleEscapes: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
  '\\': 0x5c,
  "'": 0x27,
  '"': 0x22,
};

function unquoteOrNull(literal: string): Unquoted | null {
  const quote = literal.charAt(0);
  if (literal.length < 2 || !literal.endsWith(quote)) return null;
  let bytes = '';
  const runes: number[] = [];
  const end = literal.length - 1;
  for (let i = 1; i < end; ) {
    const code = literal.codePointAt(i) ?? 0;
    if (code !== 0x5c) {
      bytes += encodeRune(code);
      runes.push(code);
      i += code > 0xffff ? 2 : 1;
      continue;
    }
    const escape = escapeOrNull(literal, i + 1);
    if (escape === null || escape.end > end) return null;
    // \x and octal escapes are bytes, not characters.
    bytes += escape.isByte ? String.fromCharCode(escape.code) : encodeRune(escape.code);
    runes.push(escape.code);
    i = escape.end;
  }
  return { bytes, runes };
}

function escapeOrNull(literal: string, at: number) {
  const letter = literal.charAt(at);
  const simple = simpleEscapes[letter];
  if (simple !== undefined) return { code: simple, end: at + 1, isByte: false };
  const isOctal = letter >= '0' && letter <= '7';
  const count = isOctal ? 3 : letter === 'x' ? 2 : letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
  if (count === 0) return null;
  const start = isOctal ? at : at + 1;
  const digits = literal.slice(start, start + count);
  if (digits.length < count || !(isOctal ? /^[0-7]+$/ : /^[0-9a-f]+$/i).test(digits)) return null;
  const code = parseInt(digits, isOctal ? 8 : 16);
  return { code, end: start + count, isByte: isOctal || letter === 'x' };
}
