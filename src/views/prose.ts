// Sentences with their names filled in: what React styles and a screen reader reads.
// Invariant: the texts of the segments, joined, are the whole sentence.

import type { GoroutineId, ObjectId } from '../engine/trace/trace-event.ts';

export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  /** A goroutine's name, bold: `worker 2`. For several, `goroutine` is the first of them. */
  | { readonly kind: 'goroutine'; readonly text: string; readonly goroutine: GoroutineId }
  /** Source text, in the code font; `object` 0 when it names no object. */
  | { readonly kind: 'code'; readonly text: string; readonly object: ObjectId }
  /** A Go value. */
  | { readonly kind: 'value'; readonly text: string }
  /** A link to a line: `L32`. */
  | {
      readonly kind: 'line';
      readonly text: string;
      readonly site: number;
      readonly file: string;
      readonly line: number;
    };

export type Prose = readonly Segment[];

/** The sentence as plain text. */
export function plainText(prose: Prose): string {
  return prose.map((segment) => segment.text).join('');
}
