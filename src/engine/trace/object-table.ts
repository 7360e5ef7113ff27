// What a trace knows of its objects, as rows of six 32-bit words in arrays of 256 rows that can be
// transferred. Invariants: object n is row n - 1; a capacity that needs more than 31 bits stands in
// `large`, and its row says where: -1 - index.
//
//     kind | site | goroutine | capacity | element type (index of a text) | event

import { decodeUtf8 } from '../base/utf8.ts';
import type { ObjectKind, TraceObject } from './trace-event.ts';
import { goroutineId, objectId } from './trace-event.ts';

const partBits = 8;
const partLength = 1 << partBits;
const rowWords = 6;

/** Objects as plain data. */
export interface ObjectData {
  readonly length: number;
  readonly parts: readonly Int32Array<ArrayBuffer>[];
  readonly large: readonly number[];
}

const codes: Readonly<Record<ObjectKind, number>> = {
  channel: 0,
  mutex: 1,
  rwMutex: 2,
  waitGroup: 3,
  once: 4,
  cond: 5,
  timer: 6,
  ticker: 7,
  atomic: 8,
  semaphore: 9,
  context: 10,
};

const kindsByCode: readonly ObjectKind[] = kindsInOrder();

function kindsInOrder(): ObjectKind[] {
  const kinds = Object.keys(codes) as ObjectKind[];
  return kinds.sort((a, b) => codes[a] - codes[b]);
}

export class ObjectTable {
  private readonly parts: Int32Array<ArrayBuffer>[] = [];
  private readonly large: number[] = [];
  private last = new Int32Array(0);
  private count = 0;

  get length(): number {
    return this.count;
  }

  /** `elem`: index of the element type's text. `event`: the one it first appears at. */
  add(
    kind: ObjectKind,
    site: number,
    goroutine: number,
    capacity: number,
    elem: number,
    event: number,
  ): void {
    const row = this.count & (partLength - 1);
    if (row === 0) {
      this.last = new Int32Array(partLength * rowWords);
      this.parts.push(this.last);
    }
    const { last } = this;
    const at = row * rowWords;
    last[at] = codes[kind];
    last[at + 1] = site;
    last[at + 2] = goroutine;
    last[at + 3] = (capacity | 0) === capacity ? capacity : -this.large.push(capacity);
    last[at + 4] = elem;
    last[at + 5] = event;
    this.count++;
  }

  /** Parts are shared, not copied. */
  data(): ObjectData {
    return { length: this.count, parts: this.parts, large: this.large };
  }
}

/** All objects of a trace; `texts` are the trace's. */
export function readObjects(data: ObjectData, texts: readonly string[]): TraceObject[] {
  return Array.from({ length: data.length }, (_, index) => readObject(data, texts, index));
}

function readObject(data: ObjectData, texts: readonly string[], index: number): TraceObject {
  const part = data.parts[index >> partBits];
  const at = (index & (partLength - 1)) * rowWords;
  const word = (column: number): number => part?.[at + column] ?? 0;
  const kind = kindsByCode[word(0)];
  if (kind === undefined) throw new Error(`Broken invariant: object kind ${word(0)}`);
  const capacity = word(3);
  return {
    id: objectId(index + 1),
    kind,
    site: word(1),
    goroutine: goroutineId(word(2)),
    capacity: capacity < 0 ? (data.large[-1 - capacity] ?? 0) : capacity,
    elem: decodeUtf8(texts[word(4)] ?? ''),
    event: word(5),
  };
}
