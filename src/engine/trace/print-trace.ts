// The printed form of a trace: one aligned line per event, byte-identical for equal runs. It is
// what the determinism tests compare and what `--trace` shows.

import type { Recording } from './recording.ts';
import { siteOf } from './recording.ts';
import type { TraceEvent } from './trace-event.ts';

/**
 * Events [from, to) as text, a header line first:
 *
 *     step  goroutine  event        object  place       what
 *        1  1          makeChan     1       main.go:19  capacity 3
 *
 * With several processors, a column says on which one.
 */
export function printTrace(recording: Recording, from = 0, to = recording.length): string {
  const saysWhere = recording.processors > 1;
  const where = saysWhere ? ['processor'] : [];
  const rows: string[][] = [['step', ...where, 'goroutine', 'event', 'object', 'place', 'what']];
  for (let i = from; i < Math.min(to, recording.length); i++) {
    const event = recording.readEvent(i);
    rows.push([
      String(event.index + 1),
      ...(saysWhere ? [String(event.processor)] : []),
      event.goroutine === 0 ? '-' : String(event.goroutine),
      event.kind,
      event.object === 0 ? '' : objectText(recording, event.object),
      placeText(recording, event.site),
      whatText(event),
    ]);
  }
  return aligned(rows);
}

function objectText(recording: Recording, id: number): string {
  const object = recording.objects[id - 1];
  const name = object === undefined ? '' : siteOf(recording, object.site).operand;
  return name === '' ? `#${id}` : `#${id} ${oneLine(name)}`;
}

function placeText(recording: Recording, site: number): string {
  const { file, line } = siteOf(recording, site);
  return line === 0 ? '' : `${file}:${line}`;
}

/** What the event's remaining columns say. */
function whatText(event: TraceEvent): string {
  const parts: string[] = [];
  if (event.kind === 'print') parts.push(event.other === 2 ? 'stderr' : 'stdout');
  else if (event.other !== 0 && event.select === null) parts.push(`→ ${event.other}`);
  if (event.number !== 0) parts.push(String(event.number));
  if (event.text !== '') parts.push(JSON.stringify(event.text));
  if (event.select !== null) {
    const cases = event.select.cases.map(({ direction, channel, value }, index) => {
      const mark = index === event.select?.chosen ? '*' : '';
      const text = direction === 'send' ? ` ${JSON.stringify(value)}` : '';
      return `${mark}${direction} #${channel}${text}`;
    });
    parts.push(`{${cases.join(', ')}}`);
    if (event.select.woken !== 0) parts.push(`→ ${event.select.woken}`);
  }
  return parts.join(' ');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** Columns padded to their widest cell, two spaces apart, no trailing spaces. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}
