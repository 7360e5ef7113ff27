// Quoted Go strings and runes, as strconv.Quote and friends print them.
// Strings are byte strings; whether a rune is printable is Unicode's general category, as in Go
// (letters, marks, numbers, punctuation, symbols and the ASCII space).

import {
  decodeRunePacked,
  encodeRune,
  packedRune,
  packedSize,
  RUNE_ERROR,
} from '../../base/utf8.ts';

const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u;
const GRAPHIC_SPACE = /^\p{Zs}$/u;

/** unicode.IsPrint */
export function isPrint(rune: number): boolean {
  if (rune < 0x7f) return rune >= 0x20;
  if (rune > 0x10ffff || (rune >= 0xd800 && rune <= 0xdfff)) return false;
  return PRINTABLE.test(String.fromCodePoint(rune));
}

/** unicode.IsGraphic: printable, or a space character. */
export function isGraphic(rune: number): boolean {
  if (rune < 0 || rune > 0x10ffff) return false;
  return isPrint(rune) || GRAPHIC_SPACE.test(String.fromCodePoint(rune));
}

/** Which runes stay as they are: `ascii` escapes all others, `graphic` keeps spaces too. */
export type QuoteMode = 'print' | 'ascii' | 'graphic';

const ESCAPES: ReadonlyMap<number, string> = new Map([
  [7, '\\a'],
  [8, '\\b'],
  [12, '\\f'],
  [10, '\\n'],
  [13, '\\r'],
  [9, '\\t'],
  [11, '\\v'],
]);

/** strconv.Quote / QuoteToASCII / QuoteToGraphic */
export function quote(bytes: string, mode: QuoteMode = 'print'): string {
  let text = '"';
  for (let i = 0; i < bytes.length; ) {
    const packed = decodeRunePacked(bytes, i);
    const size = packedSize(packed);
    const byte = bytes.charCodeAt(i);
    if (size === 1 && byte >= 0x80) text += `\\x${hex(byte, 2)}`;
    else text += escapedRune(packedRune(packed), '"', mode);
    i += size;
  }
  return `${text}"`;
}

/** strconv.QuoteRune / QuoteRuneToASCII */
export function quoteRune(rune: number, mode: QuoteMode = 'print'): string {
  const valid = rune >= 0 && rune <= 0x10ffff && !(rune >= 0xd800 && rune <= 0xdfff);
  return `'${escapedRune(valid ? rune : RUNE_ERROR, "'", mode)}'`;
}

/** strconv.CanBackquote */
export function canBackquote(bytes: string): boolean {
  for (let i = 0; i < bytes.length; ) {
    const packed = decodeRunePacked(bytes, i);
    const rune = packedRune(packed);
    const size = packedSize(packed);
    i += size;
    if (size > 1) {
      if (rune === 0xfeff) return false;
      continue;
    }
    if (rune === RUNE_ERROR) return false;
    if ((rune < 0x20 && rune !== 9) || rune === 0x60 || rune === 0x7f) return false;
  }
  return true;
}

function escapedRune(rune: number, delimiter: string, mode: QuoteMode): string {
  if (rune === delimiter.charCodeAt(0) || rune === 0x5c) return `\\${String.fromCharCode(rune)}`;
  const keeps =
    mode === 'ascii'
      ? rune < 0x80 && isPrint(rune)
      : mode === 'graphic'
        ? isGraphic(rune)
        : isPrint(rune);
  if (keeps) return encodeRune(rune);
  const escape = ESCAPES.get(rune);
  if (escape !== undefined) return escape;
  if (rune < 0x20 || rune === 0x7f) return `\\x${hex(rune, 2)}`;
  return rune < 0x10000 ? `\\u${hex(rune, 4)}` : `\\U${hex(rune, 8)}`;
}

function hex(value: number, width: number): string {
  return value.toString(16).padStart(width, '0');
}
