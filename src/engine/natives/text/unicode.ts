// Properties and case of runes, by Unicode's general categories and simple case mappings.
// Invariant: rune in, rune out; a mapping that needs several characters (ß → SS) is not simple and
// leaves the rune as it is, as in Go's tables.

const LETTER = /^\p{L}$/u;
const UPPER = /^\p{Lu}$/u;
const LOWER = /^\p{Ll}$/u;
const TITLE = /^\p{Lt}$/u;
const DIGIT = /^\p{Nd}$/u;
const NUMBER = /^\p{N}$/u;
const MARK = /^\p{M}$/u;
const PUNCTUATION = /^\p{P}$/u;
const SYMBOL = /^\p{S}$/u;
const SPACE = /^\p{White_Space}$/u;

function matches(category: RegExp, rune: number): boolean {
  if (rune < 0 || rune > 0x10ffff || (rune >= 0xd800 && rune <= 0xdfff)) return false;
  return category.test(String.fromCodePoint(rune));
}

export function isLetter(rune: number): boolean {
  if (rune < 0x80) return (rune | 0x20) >= 0x61 && (rune | 0x20) <= 0x7a;
  return matches(LETTER, rune);
}
export function isUpper(rune: number): boolean {
  if (rune < 0x80) return rune >= 0x41 && rune <= 0x5a;
  return matches(UPPER, rune);
}
export function isLower(rune: number): boolean {
  if (rune < 0x80) return rune >= 0x61 && rune <= 0x7a;
  return matches(LOWER, rune);
}
export function isTitle(rune: number): boolean {
  return matches(TITLE, rune);
}
export function isDigit(rune: number): boolean {
  if (rune < 0x80) return rune >= 0x30 && rune <= 0x39;
  return matches(DIGIT, rune);
}
export function isNumber(rune: number): boolean {
  if (rune < 0x80) return rune >= 0x30 && rune <= 0x39;
  return matches(NUMBER, rune);
}
export function isMark(rune: number): boolean {
  return matches(MARK, rune);
}
export function isPunctuation(rune: number): boolean {
  return matches(PUNCTUATION, rune);
}
export function isSymbol(rune: number): boolean {
  return matches(SYMBOL, rune);
}
export function isSpace(rune: number): boolean {
  if (rune < 0x80) return rune === 0x20 || (rune >= 9 && rune <= 13);
  return matches(SPACE, rune);
}
export function isControl(rune: number): boolean {
  return (rune >= 0 && rune < 0x20) || (rune >= 0x7f && rune < 0xa0);
}

export function toUpper(rune: number): number {
  if (rune < 0x80) return rune >= 0x61 && rune <= 0x7a ? rune - 32 : rune;
  const step = stepToIotaCapital(rune);
  if (step > 0) return rune + step;
  return mapped(rune, (text) => text.toUpperCase());
}

/** Greek small letters with iota subscript: simply mapped to one letter, fully to two. */
function stepToIotaCapital(rune: number): number {
  if (rune >= 0x1f80 && rune <= 0x1faf) return (rune & 8) === 0 ? 8 : 0;
  return rune === 0x1fb3 || rune === 0x1fc3 || rune === 0x1ff3 ? 9 : 0;
}

export function toLower(rune: number): number {
  if (rune < 0x80) return rune >= 0x41 && rune <= 0x5a ? rune + 32 : rune;
  // İ maps to i alone in the simple mapping, to two characters in the full one.
  if (rune === 0x130) return 0x69;
  return mapped(rune, (text) => text.toLowerCase());
}

/** The four digraphs (Ǆ Ǉ Ǌ Ǳ) and Georgian are where title case is not upper case. */
export function toTitle(rune: number): number {
  for (const title of [0x1c5, 0x1c8, 0x1cb, 0x1f2]) {
    if (rune >= title - 1 && rune <= title + 1) return title;
  }
  if ((rune >= 0x10d0 && rune <= 0x10fa) || (rune >= 0x10fd && rune <= 0x10ff)) return rune;
  return toUpper(rune);
}

function mapped(rune: number, map: (text: string) => string): number {
  if (rune > 0x10ffff || (rune >= 0xd800 && rune <= 0xdfff)) return rune;
  const text = map(String.fromCodePoint(rune));
  const first = text.codePointAt(0);
  if (first === undefined || text.length !== (first > 0xffff ? 2 : 1)) return rune;
  return first;
}

/**
 * Runes that fold together beyond the upper and lower pair, each in ascending order; and the two
 * kinds of i that fold to nothing (unicode, caseOrbit).
 */
const ORBITS: readonly (readonly number[])[] = [
  [0x4b, 0x6b, 0x212a],
  [0x53, 0x73, 0x17f],
  [0xb5, 0x39c, 0x3bc],
  [0xc5, 0xe5, 0x212b],
  [0xdf, 0x1e9e],
  [0x130],
  [0x131],
  [0x1c4, 0x1c5, 0x1c6],
  [0x1c7, 0x1c8, 0x1c9],
  [0x1ca, 0x1cb, 0x1cc],
  [0x1f1, 0x1f2, 0x1f3],
  [0x345, 0x399, 0x3b9, 0x1fbe],
  [0x390, 0x1fd3],
  [0x392, 0x3b2, 0x3d0],
  [0x395, 0x3b5, 0x3f5],
  [0x398, 0x3b8, 0x3d1, 0x3f4],
  [0x39a, 0x3ba, 0x3f0],
  [0x3a0, 0x3c0, 0x3d6],
  [0x3a1, 0x3c1, 0x3f1],
  [0x3a3, 0x3c2, 0x3c3],
  [0x3a6, 0x3c6, 0x3d5],
  [0x3a9, 0x3c9, 0x2126],
  [0x3b0, 0x1fe3],
  [0x412, 0x432, 0x1c80],
  [0x414, 0x434, 0x1c81],
  [0x41e, 0x43e, 0x1c82],
  [0x421, 0x441, 0x1c83],
  [0x422, 0x442, 0x1c84, 0x1c85],
  [0x42a, 0x44a, 0x1c86],
  [0x462, 0x463, 0x1c87],
  [0x1c88, 0xa64a, 0xa64b],
  [0x1e60, 0x1e61, 0x1e9b],
  [0xfb05, 0xfb06],
];

/** The next rune, in a cycle of ascending order, that is equal under simple folding. */
export function simpleFold(rune: number): number {
  for (const orbit of ORBITS) {
    const at = orbit.indexOf(rune);
    if (at >= 0) return orbit[(at + 1) % orbit.length] ?? rune;
  }
  const lower = toLower(rune);
  if (lower !== rune) return lower;
  return toUpper(rune);
}
