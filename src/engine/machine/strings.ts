// Go strings: conversions between byte strings, []byte and []rune, indexing and slicing.

import { decodeRunes, encodeRune } from '../base/utf8.ts';
import type { Wide } from './arithmetic.ts';
import { boundsPanic } from './go-panic.ts';
import { Slice } from './value.ts';

const CHUNK = 8192;

/** Byte string of bytes. */
export function stringOfBytes(bytes: Uint8Array): string {
  if (bytes.length <= CHUNK) return String.fromCharCode(...bytes);
  let text = '';
  for (let i = 0; i < bytes.length; i += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
  }
  return text;
}

export function bytesOfString(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

export function stringFromBytes(slice: Slice): string {
  if (!(slice.array instanceof Uint8Array)) return '';
  return stringOfBytes(slice.array.subarray(slice.offset, slice.offset + slice.length));
}

export function bytesFromString(text: string): Slice {
  const bytes = bytesOfString(text);
  return new Slice(bytes, 0, bytes.length, bytes.length);
}

export function stringFromRune(rune: Wide): string {
  return encodeRune(typeof rune === 'number' ? rune : -1);
}

export function stringFromRunes(slice: Slice): string {
  let text = '';
  for (let i = 0; i < slice.length; i++) {
    text += encodeRune(Number(slice.array?.[slice.offset + i] ?? 0));
  }
  return text;
}

export function runesFromString(text: string): Slice {
  const runes = Int32Array.from(decodeRunes(text));
  return new Slice(runes, 0, runes.length, runes.length);
}

/** s[low:high]; null stands for an absent limit. */
export function sliceString(text: string, low: Wide | null, high: Wide | null): string {
  const end = high ?? text.length;
  if (!(end >= 0 && end <= text.length)) {
    const rest = end < 0 ? '' : ` with length ${text.length}`;
    boundsPanic(`slice bounds out of range [:${end}]${rest}`);
  }
  const start = low ?? 0;
  if (!(start >= 0 && start <= end)) {
    boundsPanic(`slice bounds out of range [${start}:${start < 0 ? '' : end}]`);
  }
  return text.slice(Number(start), Number(end));
}

/** a[index] out of range. */
export function indexPanic(index: Wide, length: number): never {
  boundsPanic(`index out of range [${index}]${index < 0 ? '' : ` with length ${length}`}`);
}
