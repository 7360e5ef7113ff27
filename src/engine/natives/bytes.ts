// Natives of package bytes: searches in slices of bytes, at the speed of the host's. All are pure.

import { assert } from '../base/assert.ts';
import { runeCount } from '../base/utf8.ts';
import type { Slice } from '../machine/value.ts';

/** What a slice holds, not copied. */
function bytesOf({ array, offset, length }: Slice): Uint8Array {
  if (array === null) return new Uint8Array(0);
  assert(array instanceof Uint8Array, 'bytes');
  return array.subarray(offset, offset + length);
}

/** Whether `part` stands in `bytes` at an index where there is room for it. */
function standsAt(bytes: Uint8Array, part: Uint8Array, at: number): boolean {
  for (let i = 0; i < part.length; i++) if (bytes[at + i] !== part[i]) return false;
  return true;
}

function indexFrom(bytes: Uint8Array, part: Uint8Array, from: number): number {
  const first = part[0];
  if (first === undefined) return from;
  const last = bytes.length - part.length;
  for (let at = bytes.indexOf(first, from); at >= 0 && at <= last; ) {
    if (standsAt(bytes, part, at)) return at;
    at = bytes.indexOf(first, at + 1);
  }
  return -1;
}

function lastIndex(slice: Slice, part: Slice): number {
  const bytes = bytesOf(slice);
  const wanted = bytesOf(part);
  for (let at = bytes.length - wanted.length; at >= 0; at--) {
    if (standsAt(bytes, wanted, at)) return at;
  }
  return -1;
}

/** Non-overlapping instances; runes + 1 for the empty part. */
function count(slice: Slice, part: Slice): number {
  const bytes = bytesOf(slice);
  const wanted = bytesOf(part);
  if (wanted.length === 0) return runeCount(textOf(bytes)) + 1;
  let found = 0;
  for (let at = indexFrom(bytes, wanted, 0); at >= 0; ) {
    found++;
    at = indexFrom(bytes, wanted, at + wanted.length);
  }
  return found;
}

/** As a Go string: one byte in each character. */
function textOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function isEqual(a: Slice, b: Slice): boolean {
  return a.length === b.length && standsAt(bytesOf(a), bytesOf(b), 0);
}

export const bytesNatives = {
  'bytes.index': (slice: Slice, part: Slice): number => indexFrom(bytesOf(slice), bytesOf(part), 0),
  'bytes.lastIndex': lastIndex,
  'bytes.indexByte': (slice: Slice, byte: number): number => bytesOf(slice).indexOf(byte),
  'bytes.lastIndexByte': (slice: Slice, byte: number): number => bytesOf(slice).lastIndexOf(byte),
  'bytes.count': count,
  'bytes.equal': isEqual,
};
