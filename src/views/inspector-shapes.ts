// What the inspector shows of one goroutine, one object, or all; what the console shows; what the
// editor's margin shows. Plain data: texts are final, lines are links.

import type { GoroutineId, ObjectId } from '../engine/trace/trace-event.ts';
import type { GoroutineLook, Hue } from './goroutine-look.ts';
import type { Prose } from './prose.ts';

export interface PlaceLink {
  /** `main.go:14`. */
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

/** An event of the past, newest first: `45  64 delivered, runnable again`. */
export interface HistoryEntry {
  /** 1-based number of the step, as the transport counts. */
  readonly step: number;
  readonly prose: Prose;
}

/** One part of "Time so far". */
export interface TimeShare {
  readonly look: GoroutineLook;
  readonly steps: number;
  /** 0…1 of the steps it has lived. */
  readonly share: number;
}

export interface GoroutineInspection {
  readonly kind: 'goroutine';
  readonly goroutine: GoroutineId;
  readonly name: string;
  readonly monogram: string;
  readonly look: GoroutineLook;
  /** Why it is so, in a few words: `waits to send 9 to results, first in line`. */
  readonly detail: Prose;
  /** Go's wait reason, as in its traces; '' if not waiting. */
  readonly waitReason: string;
  readonly place: PlaceLink | null;
  readonly createdBy: Prose;
  readonly history: readonly HistoryEntry[];
  /** How many it did in all, of which `history` are the newest. */
  readonly historyCount: number;
  readonly time: readonly TimeShare[];
  /** `blocked for 6 of its 42 steps`. */
  readonly timeText: string;
  /** Locks it holds, channels it has used. */
  readonly holds: readonly ObjectId[];
}

export interface QueueEntry {
  readonly goroutine: GoroutineId;
  readonly monogram: string;
  readonly name: string;
  readonly value: string;
  readonly hue: Hue;
}

export interface ObjectInspection {
  readonly kind: 'object';
  readonly object: ObjectId;
  readonly name: string;
  /** `chan int`, `sync.Mutex`. */
  readonly type: string;
  /** `buffer 2 of 3, open`. */
  readonly status: string;
  readonly madeAt: PlaceLink | null;
  readonly buffer: readonly string[];
  readonly capacity: number;
  readonly senders: readonly QueueEntry[];
  readonly receivers: readonly QueueEntry[];
  /** Who is inside or waits, for everything that is not a channel. */
  readonly holders: readonly QueueEntry[];
  readonly waiters: readonly QueueEntry[];
  readonly history: readonly HistoryEntry[];
  readonly historyCount: number;
}

/** One row of "All". */
export interface GoroutineSummary {
  readonly goroutine: GoroutineId;
  readonly name: string;
  readonly monogram: string;
  readonly look: GoroutineLook;
  readonly sentence: string;
  readonly place: PlaceLink | null;
}

/** One line of the console. */
export interface OutputLine {
  readonly text: string;
  readonly stream: 'stdout' | 'stderr';
  /** Virtual time: `10 ms`. */
  readonly time: string;
  /** 1-based number of the step that wrote its first byte. */
  readonly step: number;
  readonly goroutine: GoroutineId;
  /** Written after the cursor: shown at 55 %. */
  readonly future: boolean;
  /** The newest line that is not in the future. */
  readonly current: boolean;
}

/** One tag in the editor's margin; several goroutines on one line may share it. */
export interface EditorTag {
  /** `w2`, `w1–3`, `w ×12`. */
  readonly text: string;
  readonly goroutines: readonly GoroutineId[];
  readonly look: GoroutineLook;
}

export interface EditorMark {
  readonly file: string;
  readonly line: number;
  /** The most severe state on the line: tint and rim. */
  readonly look: GoroutineLook;
  readonly tags: readonly EditorTag[];
  /** `3 goroutines stuck`; '' if nothing to say. */
  readonly hint: string;
}
