// A trace as plain data, and how to read it. Invariant: `readEvent` needs nothing but the data, which
// may have come from another thread.

import { decodeUtf8 } from '../base/utf8.ts';
import type { ObjectData } from './object-table.ts';
import type { TraceChunk } from './trace-chunk.ts';
import { chunkBits, chunkLength, readRow } from './trace-chunk.ts';
import type { EventKindName, SelectRecord, SelectRecordCase, TraceEvent } from './trace-event.ts';
import { EventKind, goroutineId, objectId, ValueKind } from './trace-event.ts';

/** The parts of a trace that can be posted to another thread. */
export interface TraceData {
  readonly length: number;
  readonly chunks: readonly TraceChunk[];
  readonly texts: readonly string[];
  readonly aux: Uint32Array<ArrayBuffer>;
  /** For events with a text and a number, or a large number: text index and number, alternating. */
  readonly pairs: Float64Array<ArrayBuffer>;
  readonly objects: ObjectData;
}

/** valueKind of an event whose value is an offset into `pairs`. */
export const pairValueKind = 3;
/** In place of a text's index: the number is its own text. */
export const ownText = -1;

const kindNames: readonly (EventKindName | undefined)[] = namesByCode();

function namesByCode(): (EventKindName | undefined)[] {
  const names: (EventKindName | undefined)[] = [];
  for (const [name, code] of Object.entries(EventKind)) names[code] = name as EventKindName;
  return names;
}

/** Value of a select case that receives; of one that sends a text it is the text's index + 1. */
export const receives = 0;
/** Set in the value of a select case that sends an integer: the other 31 bits. */
export const numberFlag = 2 ** 31;

/** Event `index` of a trace, decoded. */
export function readEvent(data: TraceData, index: number): TraceEvent {
  const chunk = data.chunks[index >> chunkBits];
  if (chunk === undefined || index < 0 || index >= data.length) {
    throw new Error(`Broken invariant: no event ${index} in a trace of ${data.length}`);
  }
  const row = readRow(chunk, index & (chunkLength - 1));
  const kind = kindNames[row.kind];
  if (kind === undefined) throw new Error(`Broken invariant: event kind ${row.kind}`);
  const isSelect = row.kind >= EventKind.selectSend && row.kind <= EventKind.blockSelect;
  return {
    index,
    kind,
    goroutine: goroutineId(row.goroutine),
    object: objectId(row.object),
    other: isSelect ? 0 : row.other,
    site: row.site,
    statements: row.statements,
    processor: row.processor,
    ticks: row.ticks,
    number: valueNumber(data, row.valueKind, row.value),
    text: valueText(data, row.valueKind, row.value),
    select: isSelect ? readSelect(data, chunk.auxBase + row.other) : null,
  };
}

function valueText(data: TraceData, valueKind: number, value: number): string {
  if (valueKind === ValueKind.number) return String(value);
  if (valueKind === ValueKind.none) return '';
  const index = valueKind === pairValueKind ? (data.pairs[value] ?? 0) : value;
  if (index === ownText) return String(data.pairs[value + 1]);
  return decodeUtf8(data.texts[index] ?? '');
}

function valueNumber(data: TraceData, valueKind: number, value: number): number {
  if (valueKind === ValueKind.none) return value;
  if (valueKind !== pairValueKind || data.pairs[value] === ownText) return 0;
  return data.pairs[value + 1] ?? 0;
}

function readSelect(data: TraceData, offset: number): SelectRecord {
  const { aux } = data;
  const count = aux[offset] ?? 0;
  const cases: SelectRecordCase[] = [];
  for (let i = 0; i < count; i++) {
    const at = offset + 3 + 2 * i;
    const value = aux[at + 1] ?? 0;
    cases.push({
      direction: value === receives ? 'receive' : 'send',
      channel: objectId(aux[at] ?? 0),
      value: caseText(data, value),
    });
  }
  const chosen = (aux[offset + 1] ?? 0) - 1;
  return { cases, chosen, woken: goroutineId(aux[offset + 2] ?? 0) };
}

function caseText(data: TraceData, value: number): string {
  if (value === receives) return '';
  return value >= numberFlag ? String((value << 1) >> 1) : decodeUtf8(data.texts[value - 1] ?? '');
}
