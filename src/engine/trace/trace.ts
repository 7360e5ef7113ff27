// The trace: all that happened, append-only, in typed-array columns of 65,536 events whose buffers can
// be transferred: 18 bytes an event, up to 30 where ids and numbers are large, 6 more with several
// processors. Invariants: events are in order of happening; a text is stored once; texts of values are
// cut to 200 bytes, output is whole; `readEvent` needs nothing but the trace.

import { decodeUtf8, encodeUtf8 } from '../base/utf8.ts';
import type {
  EventKindCode,
  EventKindName,
  SelectRecord,
  SelectRecordCase,
  TraceEvent,
  TraceObject,
} from './trace-event.ts';
import { EventKind, goroutineId, objectId, ValueKind } from './trace-event.ts';

export const chunkBits = 16;
export const chunkLength = 1 << chunkBits;

/** As narrow as what is in it allows. */
type IdColumn = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
type NumberColumn = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** The columns of 65,536 events; unused rows of the last chunk are 0. */
export interface TraceChunk {
  readonly kind: Uint8Array<ArrayBuffer>;
  /** How `value` and `number` are to be read, see ValueKind. */
  readonly valueKind: Uint8Array<ArrayBuffer>;
  goroutine: IdColumn;
  object: IdColumn;
  other: IdColumn;
  site: IdColumn;
  /** Statements since `baseStatements`. */
  readonly statements: Uint32Array<ArrayBuffer>;
  number: NumberColumn;
  readonly baseStatements: number;
  /** With several processors, else null: where it happened, and ticks since `baseStatements`. */
  parallel: ParallelColumns | null;
}

export interface ParallelColumns {
  readonly processor: Uint16Array<ArrayBuffer>;
  readonly ticks: Int32Array<ArrayBuffer>;
}

/** The parts of a trace that can be posted to another thread. */
export interface TraceData {
  readonly length: number;
  readonly chunks: readonly TraceChunk[];
  readonly texts: readonly string[];
  readonly aux: Uint32Array<ArrayBuffer>;
  /** For the few events with a text and a number: text index and number, alternating. */
  readonly pairs: readonly number[];
  readonly objects: readonly TraceObject[];
}

/** valueKind of an event whose `number` column is an offset into `pairs`. */
export const pairValueKind = 3;

const kindNames: readonly (EventKindName | undefined)[] = namesByCode();

function namesByCode(): (EventKindName | undefined)[] {
  const names: (EventKindName | undefined)[] = [];
  for (const [name, code] of Object.entries(EventKind)) names[code] = name as EventKindName;
  return names;
}

/** Value of a select case that receives. */
const receives = 0;

/** A case as the machine tells it: object id of the channel; text to send, null to receive. */
export interface SelectCaseText {
  readonly channel: number;
  readonly value: string | null;
}

export class Trace {
  private readonly chunks: TraceChunk[] = [];
  private last: TraceChunk | null = null;
  private count = 0;
  /** Where and when the next event happens, if not on the only processor. */
  private isPlaced = false;
  private processor = 1;
  private ticks = 0;
  private readonly texts: string[] = [''];
  private readonly textIndex = new Map<string, number>([['', 0]]);
  private aux = new Uint32Array(1024);
  private auxLength = 0;
  private readonly pairs: number[] = [];
  private readonly objectTable: TraceObject[] = [];

  get length(): number {
    return this.count;
  }

  get objects(): readonly TraceObject[] {
    return this.objectTable;
  }

  /** Adds an object; its id is its place in the table + 1. */
  addObject(object: TraceObject): void {
    this.objectTable.push(object);
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
    return this.pairs.push(text, number) - 2;
  }

  /** Adds a select's record and returns its offset in the aux column. */
  addSelect(chosen: number, woken: number, cases: readonly SelectCaseText[]): number {
    const offset = this.auxLength;
    const needed = offset + 3 + 2 * cases.length;
    if (needed > this.aux.length) {
      const larger = new Uint32Array(Math.max(needed, 2 * this.aux.length));
      larger.set(this.aux);
      this.aux = larger;
    }
    this.aux.set([cases.length, chosen + 1, woken], offset);
    let at = offset + 3;
    for (const { channel, value } of cases) {
      this.aux[at++] = channel;
      this.aux[at++] = value === null ? receives : this.text(encodeUtf8(value)) + 1;
    }
    this.auxLength = needed;
    return offset;
  }

  /** The next event happens on that processor, at that virtual time in ticks. */
  place(processor: number, ticks: number): void {
    this.isPlaced = true;
    this.processor = processor;
    this.ticks = ticks;
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
    const row = this.count & (chunkLength - 1);
    let chunk = this.last;
    if (chunk === null || row === 0) {
      chunk = newChunk(statements);
      this.chunks.push(chunk);
      this.last = chunk;
    }
    if ((goroutine | object | other | site) > maxNarrowId) widenIds(chunk);
    if ((value | 0) !== value) widenNumbers(chunk);
    // What is 0 is there already.
    chunk.kind[row] = kind;
    if (valueKind !== 0) chunk.valueKind[row] = valueKind;
    chunk.goroutine[row] = goroutine;
    if (object !== 0) chunk.object[row] = object;
    if (other !== 0) chunk.other[row] = other;
    chunk.site[row] = site;
    chunk.statements[row] = statements - chunk.baseStatements;
    if (value !== 0) chunk.number[row] = value;
    if (this.isPlaced || chunk.parallel !== null) this.appendPlace(chunk, row, statements);
    this.count++;
  }

  /** The chunk's columns for several processors begin where they are first needed. */
  private appendPlace(chunk: TraceChunk, row: number, statements: number): void {
    const processor = this.isPlaced ? this.processor : 1;
    const ticks = this.isPlaced ? this.ticks : statements;
    this.isPlaced = false;
    if (chunk.parallel === null && ticks === statements && processor === 1) return;
    chunk.parallel ??= {
      processor: new Uint16Array(chunkLength).fill(1, 0, row),
      ticks: new Int32Array(chunk.statements),
    };
    chunk.parallel.processor[row] = processor;
    chunk.parallel.ticks[row] = ticks - chunk.baseStatements;
  }

  /** Appends an event with a text for people; null: without. */
  appendText(
    kind: EventKindCode,
    goroutine: number,
    object: number,
    other: number,
    site: number,
    statements: number,
    text: string | null,
  ): void {
    const valueKind = text === null ? ValueKind.none : ValueKind.text;
    const index = text === null ? 0 : this.text(encodeUtf8(text));
    this.append(kind, goroutine, object, other, site, statements, valueKind, index);
  }

  readEvent(index: number): TraceEvent {
    return readEvent(this.data(), index);
  }

  /** The trace as plain data; chunks are shared, not copied. */
  data(): TraceData {
    const { count: length, chunks, texts, pairs, objectTable: objects } = this;
    return { length, chunks, texts, aux: this.aux, pairs, objects };
  }
}

/** Event `index` of a trace, decoded. */
export function readEvent(data: TraceData, index: number): TraceEvent {
  const chunk = data.chunks[index >> chunkBits];
  const row = index & (chunkLength - 1);
  if (chunk === undefined || index < 0 || index >= data.length) {
    throw new Error(`Broken invariant: no event ${index} in a trace of ${data.length}`);
  }
  const kind = kindNames[chunk.kind[row] ?? 0];
  if (kind === undefined) throw new Error(`Broken invariant: event kind ${chunk.kind[row]}`);
  const value = chunk.number[row] ?? 0;
  const valueKind = chunk.valueKind[row];
  const statements = chunk.statements[row] ?? 0;
  const isSelect = kind.startsWith('select') || kind === 'blockSelect';
  const other = chunk.other[row] ?? 0;
  return {
    index,
    kind,
    goroutine: goroutineId(chunk.goroutine[row] ?? 0),
    object: objectId(chunk.object[row] ?? 0),
    other: isSelect ? 0 : other,
    site: chunk.site[row] ?? 0,
    statements: chunk.baseStatements + statements,
    processor: chunk.parallel?.processor[row] ?? 1,
    ticks: chunk.baseStatements + (chunk.parallel?.ticks[row] ?? statements),
    number: valueNumber(data, valueKind ?? 0, value),
    text: valueText(data, valueKind ?? 0, value),
    select: isSelect ? readSelect(data, other) : null,
  };
}

function valueText(data: TraceData, valueKind: number, value: number): string {
  if (valueKind === ValueKind.number) return String(value);
  if (valueKind === ValueKind.none) return '';
  const index = valueKind === pairValueKind ? (data.pairs[value] ?? 0) : value;
  return decodeUtf8(data.texts[index] ?? '');
}

function valueNumber(data: TraceData, valueKind: number, value: number): number {
  if (valueKind === pairValueKind) return data.pairs[value + 1] ?? 0;
  return valueKind === ValueKind.none ? value : 0;
}

function readSelect(data: TraceData, offset: number): SelectRecord {
  const count = data.aux[offset] ?? 0;
  const cases: SelectRecordCase[] = [];
  for (let i = 0; i < count; i++) {
    const at = offset + 3 + 2 * i;
    const value = data.aux[at + 1] ?? 0;
    cases.push({
      direction: value === receives ? 'receive' : 'send',
      channel: objectId(data.aux[at] ?? 0),
      value: value === receives ? '' : decodeUtf8(data.texts[value - 1] ?? ''),
    });
  }
  const chosen = (data.aux[offset + 1] ?? 0) - 1;
  return { cases, chosen, woken: goroutineId(data.aux[offset + 2] ?? 0) };
}

/** The largest id in a narrow column. */
const maxNarrowId = 0xffff;

function newChunk(baseStatements: number): TraceChunk {
  return {
    kind: new Uint8Array(chunkLength),
    valueKind: new Uint8Array(chunkLength),
    goroutine: new Uint16Array(chunkLength),
    object: new Uint16Array(chunkLength),
    other: new Uint16Array(chunkLength),
    site: new Uint16Array(chunkLength),
    statements: new Uint32Array(chunkLength),
    number: new Int32Array(chunkLength),
    baseStatements,
    parallel: null,
  };
}

function widenIds(chunk: TraceChunk): void {
  if (chunk.goroutine instanceof Uint32Array) return;
  chunk.goroutine = new Uint32Array(chunk.goroutine);
  chunk.object = new Uint32Array(chunk.object);
  chunk.other = new Uint32Array(chunk.other);
  chunk.site = new Uint32Array(chunk.site);
}

function widenNumbers(chunk: TraceChunk): void {
  if (chunk.number instanceof Int32Array) chunk.number = new Float64Array(chunk.number);
}
