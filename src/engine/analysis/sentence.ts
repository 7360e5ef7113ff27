// Sentences about a run, as parts that name goroutines and objects by id: whoever shows them looks
// up names, so that the same sentence serves prose, screen readers and the command line.

import type { GoroutineId, ObjectId } from '../trace/trace-event.ts';

export type SentencePart =
  /** Plain words. */
  | { readonly kind: 'text'; readonly text: string }
  /** One or several goroutines: `worker 1, 2 and 3`. */
  | { readonly kind: 'goroutines'; readonly ids: readonly GoroutineId[] }
  /** An object by its name in the source, with what follows it in the code: `wg` + `.Wait()`. */
  | { readonly kind: 'object'; readonly id: ObjectId; readonly suffix: string }
  /** Go source or a text that Go prints. */
  | { readonly kind: 'code'; readonly text: string }
  /** A Go value. */
  | { readonly kind: 'value'; readonly text: string }
  /** A place: `L32`. */
  | { readonly kind: 'place'; readonly site: number };

/** Parts in reading order; spaces are part of the texts. */
export type Sentence = readonly SentencePart[];

/** Plain words as a part. */
export const words = (text: string): SentencePart => ({ kind: 'text', text });
/** Goroutines as a part. */
export const goroutines = (...ids: readonly GoroutineId[]): SentencePart => ({
  kind: 'goroutines',
  ids,
});
/** An object as a part, with the code that follows its name. */
export const objectName = (id: ObjectId, suffix = ''): SentencePart => ({
  kind: 'object',
  id,
  suffix,
});
/** Go source as a part. */
export const code = (text: string): SentencePart => ({ kind: 'code', text });
/** A Go value as a part. */
export const value = (text: string): SentencePart => ({ kind: 'value', text });
/** A place in the source as a part. */
export const place = (site: number): SentencePart => ({ kind: 'place', site });
