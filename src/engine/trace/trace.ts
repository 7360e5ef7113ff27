// The trace: all that happened, append-only, in typed arrays of 4096 events whose buffers can be
// transferred: 16 bytes an event, 24 where ids are above 16,383, 8 more with several processors and 16
// more where a number needs more than 32 bits. Invariants: events are in order of happening; a text is
// stored once; texts of values are cut to 200 bytes, output is whole.

import { encodeUtf8 } from '../base/utf8.ts';
import { ObjectTable, readObjects } from './object-table.ts';
import type { TraceChunk } from './trace-chunk.ts';
import {
  chunkLength,
  maxNarrowId,
  narrowWords,
  newChunk,
  reform,
  wideWords,
  writeIds,
  writePlace,
  writeWide,
} from './trace-chunk.ts';
import type { TraceData } from './trace-data.ts';
import { numberFlag, ownText, pairValueKind, readEvent, receives } from './trace-data.ts';
import type { EventKindCode, TraceEvent, TraceObject } from './trace-event.ts';
import { ValueKind } from './trace-event.ts';

/** Where no row is written without a closer look. */
const noWords: Int32Array<ArrayBuffer> = new Int32Array(0);

export class Trace {
  private readonly chunks: TraceChunk[] = [];
  private last: TraceChunk | null = null;
  private count = 0;
  /** The number of events with which the last chunk is full. */
  private fullAt = 0;
  /** The last chunk's words, if its rows are narrow or wide; none if they have places. */
  private narrow = noWords;
  private wide = noWords;
  /** Where in them the next event goes. */
  private at = 0;
  /** What the last chunk counts statements from, now. */
  private base = 0;
  /** Where and when the next event happens, if not on the only processor. */
  private isPlaced = false;
  private processor = 1;
  private ticks = 0;
  private readonly texts: string[] = [''];
  private readonly textIndex = new Map<string, number>([['', 0]]);
  private aux = new Uint32Array(64);
  private auxLength = 0;
  private pairs = new Float64Array(8);
  private pairsLength = 0;
  /** What is known of objects; the machine adds them. */
  readonly objectTable: ObjectTable = new ObjectTable();

  get length(): number {
    return this.count;
  }

  get objects(): readonly TraceObject[] {
    return readObjects(this.objectTable.data(), this.texts);
  }

  /** Index of an interned text. */
  text(text: string): number {
    let index = this.textIndex.get(text);
    if (index === undefined) {
      index = this.texts.push(text) - 1;
      this.textIndex.set(text, index);
    }
    return index;
  }

  /** Index of a text that is not worth interning (output). */
  newText(text: string): number {
    return this.texts.push(text) - 1;
  }

  /** Offset of a text and a number for an event that has both. */
  addPair(text: number, number: number): number {
    const offset = this.pairsLength;
    if (offset === this.pairs.length) {
      const larger = new Float64Array(2 * offset);
      larger.set(this.pairs);
      this.pairs = larger;
    }
    this.pairs[offset] = text;
    this.pairs[offset + 1] = number;
    this.pairsLength = offset + 2;
    return offset;
  }

  /** Begins a select's record, whose cases follow one by one. Its offset in the aux column. */
  beginSelect(count: number, chosen: number, woken: number): number {
    const offset = this.auxLength;
    const needed = offset + 3 + 2 * count;
    if (needed > this.aux.length) {
      const larger = new Uint32Array(Math.max(needed, 2 * this.aux.length));
      larger.set(this.aux);
      this.aux = larger;
    }
    const { aux } = this;
    aux[offset] = count;
    aux[offset + 1] = chosen + 1;
    aux[offset + 2] = woken;
    this.auxLength = offset + 3;
    return offset;
  }

  /** The next case: the channel's id; the integer or text to send, null to receive. */
  addCase(channel: number, value: number | string | null): void {
    const { aux, auxLength } = this;
    aux[auxLength] = channel;
    aux[auxLength + 1] = value === null ? receives : this.caseValue(value);
    this.auxLength = auxLength + 2;
  }

  private caseValue(value: number | string): number {
    if (typeof value === 'string') return this.text(encodeUtf8(value)) + 1;
    const fits = (value << 1) >> 1 === value;
    return fits ? (value | numberFlag) >>> 0 : this.text(String(value)) + 1;
  }

  /** The next event happens on that processor, at that virtual time in ticks. */
  place(processor: number, ticks: number): void {
    this.isPlaced = true;
    this.processor = processor;
    this.ticks = ticks;
    this.narrow = noWords;
    this.wide = noWords;
  }

  /** Appends an event. With valueKind text, `value` is a text's index and there is no number. */
  append(
    kind: EventKindCode,
    goroutine: number,
    object: number,
    other: number,
    site: number,
    statements: number,
    valueKind: number,
    value: number,
  ): void {
    const { narrow, at } = this;
    const since = statements - this.base;
    if (
      at >= narrow.length ||
      (goroutine | object | other | site) > maxNarrowId ||
      (value | 0) !== value ||
      (since | 0) !== since
    ) {
      this.appendWide(kind, goroutine, object, other, site, statements, valueKind, value);
      return;
    }
    // As writeNarrow, by hand: a call costs half as much as all else here.
    narrow[at] = kind | (valueKind << 6) | (goroutine << 8) | (site << 22);
    narrow[at + 1] = object | (other << 14) | ((site >>> 10) << 28);
    narrow[at + 2] = since;
    narrow[at + 3] = value;
    this.at = at + narrowWords;
    this.count++;
  }

  /** The same where rows are wide already. */
  private appendWide(
    kind: EventKindCode,
    goroutine: number,
    object: number,
    other: number,
    site: number,
    statements: number,
    valueKind: number,
    value: number,
  ): void {
    const { wide, at } = this;
    const since = statements - this.base;
    if (at >= wide.length || (value | 0) !== value || (since | 0) !== since) {
      this.appendAny(kind, goroutine, object, other, site, statements, valueKind, value);
      return;
    }
    writeWide(wide, at, kind, valueKind, goroutine, object, other, site);
    wide[at + 4] = since;
    wide[at + 5] = value;
    this.at = at + wideWords;
    this.count++;
  }

  /** Appends an event that begins a chunk, is in a wide one, or makes the last one wider. */
  private appendAny(
    kind: EventKindCode,
    goroutine: number,
    object: number,
    other: number,
    site: number,
    statements: number,
    valueKind: number,
    value: number,
  ): void {
    const isWide = (goroutine | object | other | site) > maxNarrowId;
    const chunk = this.chunkFor(isWide, statements);
    // In 32 bits, or a pair.
    const isLarge = (value | 0) !== value;
    const row = this.count & (chunkLength - 1);
    const kindOfValue = isLarge ? pairValueKind : valueKind;
    const at = writeIds(chunk, row, kind, kindOfValue, goroutine, object, other, site);
    const { words } = chunk;
    words[at] = statements - this.base;
    words[at + 1] = isLarge ? this.largeNumber(valueKind, value) : value;
    this.count++;
    if (chunk.isPlaced) {
      const ticks = this.isPlaced ? this.ticks : statements;
      writePlace(words, at + 2, this.isPlaced ? this.processor : 1, ticks - this.base);
    } else this.follow(chunk);
    this.isPlaced = false;
  }

  private largeNumber(valueKind: number, value: number): number {
    return this.addPair(valueKind === ValueKind.number ? ownText : 0, value);
  }

  /** Appends an event about a select, with its record; the integer or text received, if any. */
  appendSelect(
    kind: EventKindCode,
    goroutine: number,
    object: number,
    record: number,
    site: number,
    statements: number,
    received: number | string | null,
  ): void {
    const chunk = this.fullAt === this.count ? this.begin(false, statements, record) : this.last;
    const other = record - (chunk?.auxBase ?? 0);
    const { none, number, text } = ValueKind;
    const valueKind = received === null ? none : typeof received === 'number' ? number : text;
    const value = typeof received === 'string' ? this.text(encodeUtf8(received)) : (received ?? 0);
    this.append(kind, goroutine, object, other, site, statements, valueKind, value);
  }

  /** The chunk of the next event, in a form that has room for it. */
  private chunkFor(isWide: boolean, statements: number): TraceChunk {
    const { last } = this;
    if (last === null || this.fullAt === this.count) {
      return this.begin(isWide, statements, this.auxLength);
    }
    const row = this.count & (chunkLength - 1);
    const isMoved = this.isPlaced && (this.processor !== 1 || this.ticks !== statements);
    if ((isWide && !last.isWide) || (isMoved && !last.isPlaced)) {
      reform(last, row, isWide || last.isWide, isMoved || last.isPlaced);
    }
    const since = statements - this.base;
    if ((since | 0) !== since) {
      last.bases.push(row, statements);
      this.base = statements;
    }
    return last;
  }

  private begin(isWide: boolean, statements: number, auxBase: number): TraceChunk {
    const chunk = newChunk(isWide, this.isPlaced, statements, auxBase);
    this.chunks.push(chunk);
    this.last = chunk;
    this.fullAt = this.count + chunkLength;
    this.base = statements;
    if (!this.isPlaced) this.follow(chunk);
    return chunk;
  }

  /** Rows without a place are written without a closer look. */
  private follow(chunk: TraceChunk): void {
    const row = this.count - (this.fullAt - chunkLength);
    this.narrow = chunk.isPlaced || chunk.isWide ? noWords : chunk.words;
    this.wide = chunk.isPlaced || !chunk.isWide ? noWords : chunk.words;
    this.at = row * (chunk.isWide ? wideWords : narrowWords);
  }

  readEvent(index: number): TraceEvent {
    return readEvent(this.data(), index);
  }

  /** The trace as plain data; chunks are shared, not copied. */
  data(): TraceData {
    const { count: length, chunks, texts, aux, pairs, objectTable } = this;
    return { length, chunks, texts, aux, pairs, objects: objectTable.data() };
  }
}
