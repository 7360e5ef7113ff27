// UTF-8 over byte strings: a Go string is a JS string with one char (0–255) per byte.
// Invariants follow unicode/utf8: an invalid byte decodes to U+FFFD with size 1; surrogates and
// values above U+10FFFF encode as U+FFFD.

export const RUNE_ERROR = 0xfffd;
const MAX_RUNE = 0x10ffff;

/** Bytes of a JS (UTF-16) string, as a byte string; lone surrogates become U+FFFD. */
export function encodeUtf8(text: string): string {
  if (isAscii(text)) return text;
  let bytes = '';
  for (const character of text) bytes += encodeRune(character.codePointAt(0) ?? RUNE_ERROR);
  return bytes;
}

/** The bytes of one rune, as a byte string of 1–4 chars. */
export function encodeRune(rune: number): string {
  if (rune >= 0 && rune < 0x80) return String.fromCharCode(rune);
  const r = rune < 0 || rune > MAX_RUNE || (rune >= 0xd800 && rune <= 0xdfff) ? RUNE_ERROR : rune;
  if (r < 0x800) return String.fromCharCode(0xc0 | (r >> 6), 0x80 | (r & 0x3f));
  if (r < 0x10000) {
    return String.fromCharCode(0xe0 | (r >> 12), 0x80 | ((r >> 6) & 0x3f), 0x80 | (r & 0x3f));
  }
  return String.fromCharCode(
    0xf0 | (r >> 18),
    0x80 | ((r >> 12) & 0x3f),
    0x80 | ((r >> 6) & 0x3f),
    0x80 | (r & 0x3f),
  );
}

/**
 * Decodes the rune at byte `index`: the rune in the low 21 bits, its size (1–4) above them, as
 * size * 2^21 + rune, so that no object is made. 0 at the end of the string.
 */
export function decodeRunePacked(bytes: string, index: number): number {
  if (index >= bytes.length) return 0;
  const b0 = bytes.charCodeAt(index);
  if (b0 < 0x80) return (1 << 21) | b0;
  const invalid = (1 << 21) | RUNE_ERROR;
  const size = b0 >= 0xf0 ? 4 : b0 >= 0xe0 ? 3 : 2;
  if (b0 < 0xc2 || b0 > 0xf4 || index + size > bytes.length) return invalid;
  const b1 = bytes.charCodeAt(index + 1);
  if (b1 < lowestSecondByte(b0) || b1 > highestSecondByte(b0)) return invalid;
  if (size === 2) return (2 << 21) | ((b0 & 0x1f) << 6) | (b1 & 0x3f);
  const b2 = bytes.charCodeAt(index + 2);
  if ((b2 & 0xc0) !== 0x80) return invalid;
  if (size === 3) return (3 << 21) | ((b0 & 0x0f) << 12) | ((b1 & 0x3f) << 6) | (b2 & 0x3f);
  const b3 = bytes.charCodeAt(index + 3);
  if ((b3 & 0xc0) !== 0x80) return invalid;
  const rune = ((b0 & 0x07) << 18) | ((b1 & 0x3f) << 12) | ((b2 & 0x3f) << 6) | (b3 & 0x3f);
  return (4 << 21) | rune;
}

// The second byte excludes overlong forms (E0, F0), surrogates (ED) and values too large (F4).
function lowestSecondByte(first: number): number {
  return first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
}
function highestSecondByte(first: number): number {
  return first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
}

export function packedRune(packed: number): number {
  return packed & 0x1fffff;
}
export function packedSize(packed: number): number {
  return packed >> 21;
}

/** All runes of a byte string, invalid bytes as U+FFFD. */
export function decodeRunes(bytes: string): number[] {
  const runes: number[] = [];
  for (let i = 0; i < bytes.length; ) {
    const packed = decodeRunePacked(bytes, i);
    runes.push(packedRune(packed));
    i += packedSize(packed);
  }
  return runes;
}

export function runeCount(bytes: string): number {
  let count = 0;
  for (let i = 0; i < bytes.length; count++) {
    i += bytes.charCodeAt(i) < 0x80 ? 1 : packedSize(decodeRunePacked(bytes, i));
  }
  return count;
}

/** A JS string for people; invalid bytes become U+FFFD. */
export function decodeUtf8(bytes: string): string {
  if (isAscii(bytes)) return bytes;
  let text = '';
  for (let i = 0; i < bytes.length; ) {
    const packed = decodeRunePacked(bytes, i);
    text += String.fromCodePoint(packedRune(packed));
    i += packedSize(packed);
  }
  return text;
}

/** Does every byte belong to a well-formed rune? */
export function isValidUtf8(bytes: string): boolean {
  for (let i = 0; i < bytes.length; ) {
    const packed = decodeRunePacked(bytes, i);
    if (packedSize(packed) === 1 && bytes.charCodeAt(i) >= 0x80) return false;
    i += packedSize(packed);
  }
  return true;
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) >= 0x80) return false;
  }
  return true;
}
