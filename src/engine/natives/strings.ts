// Natives of package strings: searches over byte strings. All are pure.

import { runeCount } from '../base/utf8.ts';

/** strings.Index: JS and Go agree, also on the empty substring (0). */
function index(text: string, part: string): number {
  return text.indexOf(part);
}

function lastIndex(text: string, part: string): number {
  return text.lastIndexOf(part);
}

/** Non-overlapping instances; runes + 1 for the empty substring. */
function count(text: string, part: string): number {
  if (part === '') return runeCount(text) + 1;
  let found = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found++;
  return found;
}

/** Whether all bytes are ASCII, so that JS changes their case as Go does. */
function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

export const stringsNatives = {
  'strings.Index': index,
  'strings.LastIndex': lastIndex,
  'strings.Count': count,
  'strings.isASCII': isAscii,
  'strings.upper': (text: string): string => text.toUpperCase(),
  'strings.lower': (text: string): string => text.toLowerCase(),
  'strings.byteString': (byte: number): string => String.fromCharCode(byte),
  'strings.repeat': (text: string, times: number): string => text.repeat(times),
};
