// Directives on basic values: bool, integers, runes, floats, strings and bytes (fmt/format.go).
// Each writes to a FormatState, honouring its flags; none knows about types or verbs of %v.

import { decodeRunePacked, encodeRune, packedSize, RUNE_ERROR } from '../../base/utf8.ts';
import { type FloatFormat, formatFloat } from '../text/format-float.ts';
import { canBackquote, isPrint, quote, quoteRune } from '../text/quote.ts';
import type { FormatState } from './format-state.ts';

export type Integer = number | bigint;

export function formatBoolean(state: FormatState, value: boolean): void {
  state.pad(value ? 'true' : 'false');
}

/** %b %o %O %d %x %X: sign, prefix and zero padding as fmt.fmtInteger. */
export function formatInteger(
  state: FormatState,
  value: Integer,
  base: 2 | 8 | 10 | 16,
  options: { readonly upper?: boolean; readonly prefixO?: boolean } = {},
): void {
  const negative = value < 0;
  let minimum = 0;
  if (state.hasPrecision) {
    minimum = state.precision;
    if (minimum === 0 && value === 0) {
      state.withoutZero(() => state.writePadding(state.width));
      return;
    }
  } else if (state.zero && !state.minus && state.hasWidth) {
    minimum = state.width - (negative || state.plus || state.space ? 1 : 0);
  }
  const magnitude = negative ? -value : value;
  let digits = magnitude.toString(base).padStart(minimum, '0');
  if (options.upper === true) digits = digits.toUpperCase();
  if (state.sharp) {
    if (base === 2) digits = `0b${digits}`;
    else if (base === 8 && !digits.startsWith('0')) digits = `0${digits}`;
    else if (base === 16) digits = (options.upper === true ? '0X' : '0x') + digits;
  }
  if (options.prefixO === true) digits = `0o${digits}`;
  const sign = negative ? '-' : state.plus ? '+' : state.space ? ' ' : '';
  state.withoutZero(() => state.pad(sign + digits));
}

/** 0x… with or without the prefix, as %v of pointers. */
export function formatHexadecimal(state: FormatState, value: Integer, leading0x: boolean): void {
  const sharp = state.sharp;
  state.sharp = leading0x;
  formatInteger(state, value, 16);
  state.sharp = sharp;
}

/** %c */
export function formatRune(state: FormatState, value: Integer): void {
  state.pad(encodeRune(toRune(value)));
}

/** %q of an integer */
export function formatQuotedRune(state: FormatState, value: Integer): void {
  state.pad(quoteRune(toRune(value), state.plus ? 'ascii' : 'print'));
}

/** %U: U+0078, with # also the character: U+0078 'x' */
export function formatUnicode(state: FormatState, value: Integer): void {
  const width = state.hasPrecision && state.precision > 4 ? state.precision : 4;
  const unsigned = value < 0 ? BigInt.asUintN(64, BigInt(value)) : value;
  let text = `U+${unsigned.toString(16).toUpperCase().padStart(width, '0')}`;
  if (state.sharp && unsigned <= 0x10ffff && isPrint(Number(unsigned))) {
    text += ` '${encodeRune(Number(unsigned))}'`;
  }
  state.withoutZero(() => state.pad(text));
}

function toRune(value: Integer): number {
  return value < 0 || value > 0x10ffff ? RUNE_ERROR : Number(value);
}

/** %s */
export function formatString(state: FormatState, bytes: string): void {
  state.pad(truncated(state, bytes));
}

/** %q of a string */
export function formatQuoted(state: FormatState, bytes: string): void {
  const text = truncated(state, bytes);
  if (state.sharp && canBackquote(text)) state.pad(`\`${text}\``);
  else state.pad(quote(text, state.plus ? 'ascii' : 'print'));
}

/** %x and %X of a string or bytes; the space flag puts a space between bytes. */
export function formatHexBytes(state: FormatState, bytes: string, upper: boolean): void {
  const length =
    state.hasPrecision && state.precision < bytes.length ? state.precision : bytes.length;
  const prefix = upper ? '0X' : '0x';
  let text = state.sharp && length > 0 ? prefix : '';
  for (let i = 0; i < length; i++) {
    if (i > 0 && state.space) text += state.sharp ? ` ${prefix}` : ' ';
    const digits = bytes.charCodeAt(i).toString(16).padStart(2, '0');
    text += upper ? digits.toUpperCase() : digits;
  }
  state.pad(text);
}

/** The precision of a string counts runes. */
function truncated(state: FormatState, bytes: string): string {
  if (!state.hasPrecision) return bytes;
  let count = 0;
  for (let i = 0; i < bytes.length; count++) {
    if (count === state.precision) return bytes.slice(0, i);
    i += packedSize(decodeRunePacked(bytes, i));
  }
  return bytes;
}

/** %e %f %g… ; `precision` is the verb's default, overridden by an explicit one. */
export function formatFloating(
  state: FormatState,
  value: number,
  bits: 32 | 64,
  verb: FloatFormat,
  precision: number,
): void {
  const places = state.hasPrecision ? state.precision : precision;
  let text = formatFloat(value, verb, places, bits);
  if (!text.startsWith('-') && !text.startsWith('+')) text = `+${text}`;
  if (state.space && text.startsWith('+') && !state.plus) text = ` ${text.slice(1)}`;
  if (text.charAt(1) === 'I' || text.charAt(1) === 'N') {
    if (text.charAt(1) === 'N' && !state.space && !state.plus) text = text.slice(1);
    const shown = text;
    state.withoutZero(() => state.pad(shown));
    return;
  }
  if (state.sharp && verb !== 'b') text = withPoint(text, verb, places);
  if (!state.plus && text.startsWith('+')) {
    state.pad(text.slice(1));
    return;
  }
  // Zero padding goes between the sign and the digits.
  if (state.zero && !state.minus && state.hasWidth && state.width > text.length) {
    state.write(text.charAt(0));
    state.writePadding(state.width - text.length);
    state.write(text.slice(1));
    return;
  }
  state.pad(text);
}

/** The sharp flag: always a decimal point, and for %g the trailing zeros are kept. */
function withPoint(text: string, verb: FloatFormat, precision: number): string {
  let missing = 0;
  if (verb === 'g' || verb === 'G' || verb === 'x') missing = precision === -1 ? 6 : precision;
  const isHex = verb === 'x' || verb === 'X';
  const tailStart = text.search(isHex ? /[pP]/ : /[eEpP]/);
  const body = tailStart < 0 ? text : text.slice(0, tailStart);
  const tail = tailStart < 0 ? '' : text.slice(tailStart);
  let sawNonzero = false;
  for (const character of body.slice(1)) {
    if (character === '.') continue;
    if (character !== '0') sawNonzero = true;
    if (sawNonzero) missing--;
  }
  let result = body;
  if (!body.includes('.')) {
    if (body.length === 2 && body.charAt(1) === '0') missing--;
    result += '.';
  }
  return result + '0'.repeat(Math.max(missing, 0)) + tail;
}
