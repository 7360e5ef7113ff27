// Escapes and classes of regular expressions: \n, \x{10FFFF}, \d, \pL, [^a-z[:alnum:]].

import {
  decodeRunePacked,
  decodeUtf8,
  packedRune,
  packedSize,
  RUNE_ERROR,
} from '../../base/utf8.ts';
import { perlClasses, posixClasses, RuneSet, type SetItem } from './rune-set.ts';
import { PatternError } from './syntax-tree.ts';
import { propertyPatternOrNull } from './unicode-names.ts';

/** The text of a pattern with the place that was reached. */
export class Reader {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The byte at a distance, as a string; '' at the end. */
  peek(ahead = 0): string {
    return this.text.charAt(this.at + ahead);
  }

  isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  startsWith(part: string): boolean {
    return this.text.startsWith(part, this.at);
  }

  since(start: number): string {
    return this.text.slice(start, this.at);
  }

  nextRune(): number {
    const packed = decodeRunePacked(this.text, this.at);
    if (packedRune(packed) === RUNE_ERROR && packedSize(packed) === 1) {
      throw new PatternError('invalid UTF-8', this.text.slice(this.at));
    }
    this.at += packedSize(packed);
    return packedRune(packed);
  }
}

/** Throws when a part of a pattern is not valid UTF-8. */
export function demandUtf8(text: string): void {
  const reader = new Reader(text);
  while (!reader.isAtEnd()) reader.nextRune();
}

export interface ClassOptions {
  readonly folds: boolean;
  /** Perl's classes and Unicode groups are known. */
  readonly perl: boolean;
  /** A negated class matches newlines. */
  readonly newline: boolean;
}

function item(ranges: readonly number[], negated: boolean, folds: boolean): SetItem {
  return { ranges, property: null, negated, folds };
}

/** \d and its like at the reader's place; null when there is none. */
export function perlClassOrNull(reader: Reader, options: ClassOptions): SetItem | null {
  if (!options.perl || reader.peek() !== '\\') return null;
  const letter = reader.peek(1);
  const ranges = Object.hasOwn(perlClasses, letter.toLowerCase())
    ? perlClasses[letter.toLowerCase()]
    : undefined;
  if (ranges === undefined) return null;
  reader.at += 2;
  return item(ranges, letter !== letter.toLowerCase(), options.folds);
}

/** \pL or \p{Greek} at the reader's place; null when there is none. */
export function unicodeClassOrNull(reader: Reader, options: ClassOptions): SetItem | null {
  const letter = reader.peek(1);
  if (!options.perl || reader.peek() !== '\\' || (letter !== 'p' && letter !== 'P')) return null;
  const start = reader.at;
  reader.at += 2;
  if (reader.isAtEnd()) {
    throw new PatternError('invalid character class range', reader.text.slice(start));
  }
  const rune = reader.nextRune();
  let name = reader.since(start + 2);
  if (rune === 0x7b) {
    const end = reader.text.indexOf('}', start);
    if (end < 0) {
      demandUtf8(reader.text.slice(start));
      throw new PatternError('invalid character class range', reader.text.slice(start));
    }
    reader.at = end + 1;
    name = reader.text.slice(start + 3, end);
    demandUtf8(name);
  }
  let negated = letter === 'P';
  if (name.startsWith('^')) {
    negated = !negated;
    name = name.slice(1);
  }
  const found = unicodeItemOrNull(decodeUtf8(name), negated, options.folds);
  if (found === null) {
    throw new PatternError('invalid character class range', reader.since(start));
  }
  return found;
}

function unicodeItemOrNull(name: string, negated: boolean, folds: boolean): SetItem | null {
  switch (name.replace(/[-_ ]/g, '').toLowerCase()) {
    case 'any':
      return item([0, 0x10ffff], negated, folds);
    case 'ascii':
      return item([0, 0x7f], negated, folds);
    case 'assigned':
      return { ranges: [], property: propertyPatternOrNull('Cn'), negated: !negated, folds: false };
  }
  const property = propertyPatternOrNull(name);
  return property === null ? null : { ranges: [], property, negated, folds };
}

/** [:alnum:] at the reader's place; null when there is none. */
function posixClassOrNull(reader: Reader, options: ClassOptions): SetItem | null {
  if (!reader.startsWith('[:')) return null;
  const end = reader.text.indexOf(':]', reader.at + 2);
  if (end < 0) return null;
  const name = reader.text.slice(reader.at, end + 2);
  const negated = name.startsWith('[:^');
  const key = name.slice(negated ? 3 : 2, -2);
  const ranges = Object.hasOwn(posixClasses, key) ? posixClasses[key] : undefined;
  if (ranges === undefined) throw new PatternError('invalid character class range', name);
  reader.at = end + 2;
  return item(ranges, negated, options.folds);
}

/** A class in brackets, of which the reader stands at the first. */
export function parseClass(reader: Reader, options: ClassOptions): RuneSet {
  const start = reader.at;
  const items: SetItem[] = [];
  reader.at++;
  const negated = reader.peek() === '^';
  if (negated) {
    reader.at++;
    if (!options.newline) items.push(item([10, 10], false, false));
  }
  for (let first = true; reader.peek() !== ']' || first; first = false) {
    if (!options.perl && !first && reader.peek() === '-' && reader.peek(1) !== ']') {
      const dash = reader.at++;
      if (!reader.isAtEnd()) reader.at += packedSize(decodeRunePacked(reader.text, reader.at));
      throw new PatternError('invalid character class range', reader.since(dash));
    }
    items.push(
      posixClassOrNull(reader, options) ??
        unicodeClassOrNull(reader, options) ??
        perlClassOrNull(reader, options) ??
        parseRange(reader, start, options),
    );
  }
  reader.at++;
  return new RuneSet(items, negated);
}

function parseRange(reader: Reader, classStart: number, options: ClassOptions): SetItem {
  const start = reader.at;
  const low = parseMember(reader, classStart);
  let high = low;
  if (reader.peek() === '-' && reader.peek(1) !== ']' && reader.peek(1) !== '') {
    reader.at++;
    high = parseMember(reader, classStart);
    if (high < low) throw new PatternError('invalid character class range', reader.since(start));
  }
  return item([low, high], false, options.folds);
}

function parseMember(reader: Reader, classStart: number): number {
  if (reader.isAtEnd()) {
    throw new PatternError('missing closing ]', reader.text.slice(classStart));
  }
  return reader.peek() === '\\' ? parseEscape(reader) : reader.nextRune();
}

const controls: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };

/** A backslash and what it makes one rune of. */
export function parseEscape(reader: Reader): number {
  const start = reader.at++;
  if (reader.isAtEnd()) throw new PatternError('trailing backslash at end of expression', '');
  const rune = reader.nextRune();
  const letter = String.fromCodePoint(rune);
  const isOctal = /[0-7]/.test(letter) && (letter === '0' || /[0-7]/.test(reader.peek()));
  if (isOctal) {
    let value = rune - 0x30;
    for (let i = 1; i < 3 && /[0-7]/.test(reader.peek()); i++) {
      value = value * 8 + Number(reader.peek());
      reader.at++;
    }
    return value;
  }
  if (letter === 'x') {
    const value = hexadecimalOrNull(reader);
    if (value !== null) return value;
  } else if (Object.hasOwn(controls, letter)) {
    return controls[letter] ?? 0;
  } else if (rune < 0x80 && !/[0-9A-Za-z]/.test(letter)) {
    return rune;
  }
  throw new PatternError('invalid escape sequence', reader.since(start));
}

function hexadecimalOrNull(reader: Reader): number | null {
  if (reader.isAtEnd()) return null;
  const first = reader.nextRune();
  if (first !== 0x7b) {
    const high = digitOf(first);
    const low = reader.isAtEnd() ? -1 : digitOf(reader.nextRune());
    return high < 0 || low < 0 ? null : high * 16 + low;
  }
  let value = 0;
  for (let count = 0; !reader.isAtEnd(); count++) {
    const rune = reader.nextRune();
    if (rune === 0x7d) return count === 0 ? null : value;
    const digit = digitOf(rune);
    if (digit < 0) return null;
    value = value * 16 + digit;
    if (value > 0x10ffff) return null;
  }
  return null;
}

function digitOf(rune: number): number {
  const text = String.fromCodePoint(rune);
  return /^[0-9A-Fa-f]$/.test(text) ? Number.parseInt(text, 16) : -1;
}
