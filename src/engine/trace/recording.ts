// What everything above the machine knows of a run: its events, its objects and the places in the
// source they happened at, as plain data. The machine's Trace is one; tests build them by hand.
// Invariants: sites[i].id === i, sites[0] is the unknown place; objects[i].id === i + 1.

import type { GoroutineId, ObjectId, TraceEvent, TraceObject } from './trace-event.ts';
import { goroutineId, objectId } from './trace-event.ts';

/** A place in the source, resolved for people: no positions, no file set. */
export interface TraceSite {
  readonly id: number;
  /** File name as given to the compiler; '' for the unknown place. */
  readonly file: string;
  /** 1-based; 0 for the unknown place. */
  readonly line: number;
  readonly column: number;
  /** As in Go's stack traces: `main.worker`. */
  readonly func: string;
  /** Source text of the operand that names the object: `jobs`, `c.mu`; '' if none. */
  readonly operand: string;
  /** What happens there to a channel; '' for everything else, select included. */
  readonly operation: 'send' | 'receive' | 'close' | '';
  /** go statement: name for its goroutines; '' elsewhere. */
  readonly goroutineName: string;
  /** select statement: the text of each case in order; empty elsewhere. */
  readonly caseTexts: readonly string[];
}

/** A finished or stopped run, readable from any end. */
export interface Recording {
  /** Number of events. */
  readonly length: number;
  /** The event at `index`, 0 ≤ index < length. */
  readEvent(index: number): TraceEvent;
  readonly objects: readonly TraceObject[];
  readonly sites: readonly TraceSite[];
  /** What one statement costs on the virtual clock. */
  readonly nanosecondsPerStatement: number;
  /** How many there are at the start. */
  readonly processors: number;
}

/** The place that stands for "nowhere in the source". */
export const unknownSite: TraceSite = {
  id: 0,
  file: '',
  line: 0,
  column: 0,
  func: '',
  operand: '',
  operation: '',
  goroutineName: '',
  caseTexts: [],
};

/** The site with this id, or the unknown place. */
export function siteOf(recording: Pick<Recording, 'sites'>, id: number): TraceSite {
  return recording.sites[id] ?? unknownSite;
}

/** The object an event is about: its own, or the channel of the case that a select took; else 0. */
export function objectOfEvent(event: TraceEvent): ObjectId {
  const { select } = event;
  return select === null ? event.object : (select.cases[select.chosen]?.channel ?? objectId(0));
}

/** The one goroutine that an event names as made runnable by it (a new one too); 0 if none. */
export function wokenByEvent(event: TraceEvent): GoroutineId {
  if (event.select !== null) return event.select.woken;
  switch (event.kind) {
    case 'print':
    case 'atomic':
    case 'timerStart':
    case 'run':
    case 'steal':
      return goroutineId(0);
    default:
      return goroutineId(event.other);
  }
}
