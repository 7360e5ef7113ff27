// Sets of runes of regular expressions: ranges, Unicode properties, their unions and complements.
// Invariant: membership is a function of the rune alone; what is remembered only makes it faster.

import { simpleFold } from '../text/unicode.ts';

/** Runes in ranges (pairs, both ends included) or with a property; all others if negated. */
export interface SetItem {
  readonly ranges: readonly number[];
  readonly property: RegExp | null;
  readonly negated: boolean;
  /** Runes that differ only in case belong together. */
  readonly folds: boolean;
}

const maxRemembered = 4096;

export class RuneSet {
  private readonly items: readonly SetItem[];
  private readonly negated: boolean;
  /** Of ASCII: 0 not yet known, 1 in the set, 2 not. */
  private readonly ascii = new Uint8Array(128);
  private readonly others = new Map<number, boolean>();

  constructor(items: readonly SetItem[], negated: boolean) {
    this.items = items;
    this.negated = negated;
  }

  has(rune: number): boolean {
    if (rune < 128) {
      const known = this.ascii[rune];
      if (known !== 0) return known === 1;
      const found = this.find(rune);
      this.ascii[rune] = found ? 1 : 2;
      return found;
    }
    const known = this.others.get(rune);
    if (known !== undefined) return known;
    if (this.others.size >= maxRemembered) this.others.clear();
    const found = this.find(rune);
    this.others.set(rune, found);
    return found;
  }

  private find(rune: number): boolean {
    return this.items.some((item) => isInItem(item, rune)) !== this.negated;
  }
}

function isInItem(item: SetItem, rune: number): boolean {
  let found = isListed(item, rune);
  if (item.folds) {
    for (let other = simpleFold(rune); !found && other !== rune; other = simpleFold(other)) {
      found = isListed(item, other);
    }
  }
  return found !== item.negated;
}

function isListed(item: SetItem, rune: number): boolean {
  if (item.property !== null) return item.property.test(String.fromCodePoint(rune));
  const { ranges } = item;
  for (let i = 0; i + 1 < ranges.length; i += 2) {
    if (rune >= (ranges[i] ?? 0) && rune <= (ranges[i + 1] ?? 0)) return true;
  }
  return false;
}

const digits = [0x30, 0x39];
const upper = [0x41, 0x5a];
const lower = [0x61, 0x7a];
const word = [...digits, ...upper, 0x5f, 0x5f, ...lower];

/** The classes of Perl, by the letter after the backslash; capitals are complements. */
export const perlClasses: Readonly<Record<string, readonly number[]>> = {
  d: digits,
  s: [0x9, 0xa, 0xc, 0xd, 0x20, 0x20],
  w: word,
};

/** The classes of POSIX: [:alnum:] and so on. */
export const posixClasses: Readonly<Record<string, readonly number[]>> = {
  alnum: [...digits, ...upper, ...lower],
  alpha: [...upper, ...lower],
  ascii: [0, 0x7f],
  blank: [0x9, 0x9, 0x20, 0x20],
  cntrl: [0, 0x1f, 0x7f, 0x7f],
  digit: digits,
  graph: [0x21, 0x7e],
  lower,
  print: [0x20, 0x7e],
  punct: [0x21, 0x2f, 0x3a, 0x40, 0x5b, 0x60, 0x7b, 0x7e],
  space: [0x9, 0xd, 0x20, 0x20],
  upper,
  word,
  xdigit: [...digits, 0x41, 0x46, 0x61, 0x66],
};
