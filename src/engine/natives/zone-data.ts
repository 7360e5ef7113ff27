// Reads the file of a time zone (RFC 8536; time/zoneinfo_read.go: LoadLocationFromTZData). Invariant: what
// Go calls malformed is null; no input throws.

import type { Wide } from '../machine/arithmetic.ts';
import { type Rule, readRule } from './zone-rule.ts';

export interface Kind {
  readonly name: string;
  readonly offset: number;
  readonly isDaylight: boolean;
}

export interface Zone {
  readonly kinds: readonly Kind[];
  /** When another kind begins, ascending, and which. */
  readonly changes: readonly { readonly when: Wide; readonly kind: number }[];
  /** Null: the last change holds for ever. */
  readonly rule: Rule;
  /** Up to that year the changes count as listed, though a rule may stand for them. */
  readonly lastListed: number;
}

/** The beginning of time. */
export const alpha: Wide = -(2n ** 63n);

/** The bytes of a file from front to back; what is missing is remembered, and read as zeros. */
class Reader {
  readonly data: string;
  at = 0;
  isShort = false;

  constructor(data: string) {
    this.data = data;
  }

  take(count: number): string {
    const piece = this.data.slice(this.at, this.at + count);
    if (piece.length < count) this.isShort = true;
    this.at += count;
    return piece;
  }

  counts(): Counts {
    const [utc, standard, leap, changes, kinds, characters] = Array.from({ length: 6 }, () =>
      numberAt(this.take(4), 0),
    ) as [number, number, number, number, number, number];
    return { marks: utc + standard, leap, changes, kinds, characters };
  }
}

interface Counts {
  readonly marks: number;
  readonly leap: number;
  readonly changes: number;
  readonly kinds: number;
  readonly characters: number;
}

const headLength = 4 + 16;

/** An unsigned number of four bytes, the greatest first. */
function numberAt(bytes: string, at: number): number {
  let value = 0;
  for (let i = at; i < at + 4; i++) value = value * 256 + (bytes.charCodeAt(i) || 0);
  return value;
}

/** A signed number of four or eight bytes. */
function instantAt(bytes: string, at: number, size: number): Wide {
  if (size === 4) return numberAt(bytes, at) | 0;
  const high = numberAt(bytes, at) | 0;
  const value = (BigInt(high) << 32n) | BigInt(numberAt(bytes, at + 4));
  const near = Number(value);
  return Number.isSafeInteger(near) ? near : value;
}

/** Null if the data is malformed. */
export function readZoneData(data: string): Zone | null {
  const reader = new Reader(data);
  if (reader.take(4) !== 'TZif') return null;
  const version = reader.take(16).charAt(0);
  if (reader.isShort || !['\0', '2', '3'].includes(version)) return null;
  let counts = reader.counts();
  const size = version === '\0' ? 4 : 8;
  if (size === 8) {
    // The same again with longer numbers follows, with a head of its own.
    const { changes, kinds, characters, leap, marks } = counts;
    reader.take(changes * 5 + kinds * 6 + characters + leap * 8 + marks + headLength);
    counts = reader.counts();
  }
  if (reader.isShort) return null;
  return readBody(reader, counts, size);
}

function readBody(reader: Reader, counts: Counts, size: number): Zone | null {
  const instants = reader.take(counts.changes * size);
  const chosen = reader.take(counts.changes);
  const records = reader.take(counts.kinds * 6);
  const characters = reader.take(counts.characters);
  reader.take(counts.leap * (size + 4) + counts.marks);
  if (reader.isShort || counts.kinds === 0) return null;
  const kinds: Kind[] = [];
  for (let i = 0; i < counts.kinds; i++) {
    const start = records.charCodeAt(6 * i + 5);
    if (start >= characters.length) return null;
    const [name = ''] = characters.slice(start).split('\0', 1);
    const isDaylight = records.charCodeAt(6 * i + 4) !== 0;
    kinds.push({ name, offset: numberAt(records, 6 * i) | 0, isDaylight });
  }
  const changes = Array.from(chosen, (kind, i) => {
    return { when: instantAt(instants, size * i, size), kind: kind.charCodeAt(0) };
  });
  if (changes.some(({ kind }) => kind >= kinds.length)) return null;
  if (changes.length === 0) changes.push({ when: alpha, kind: 0 });
  const rest = reader.data.slice(reader.at);
  const hasRule = rest.length > 2 && rest.startsWith('\n') && rest.endsWith('\n');
  const rule = hasRule ? readRule(rest.slice(1, -1)) : null;
  return { kinds, changes, rule, lastListed: Number.NEGATIVE_INFINITY };
}
