// What the machine knows of a mutex, a wait group, a Once, … beyond the fields of its Go struct: who
// holds it and who waits. It belongs to the variable, as Go's semaphore table goes by address, not
// to the value: a copy of a struct has none yet.

import type { ObjectKind } from '../trace/trace-event.ts';
import type { Bubble } from './bubble.ts';
import type { Cloner, Hasher } from './heap-object.ts';
import { HeapObject } from './heap-object.ts';
import type { Timer } from './timer-queue.ts';
import { WaitQueue } from './wait-queue.ts';

export class SyncObject extends HeapObject {
  /** The trace's object id. */
  readonly id: number;
  readonly kind: ObjectKind;
  /** Goroutine that holds it for writing, or runs it; 0 if none. */
  holder = 0;
  /** Goroutines that hold it for reading, in order of entry; one may be there twice. */
  readers: number[] = [];
  /** Counter of a wait group; 1 for a Once that is done. */
  count = 0;
  queue = new WaitQueue();
  /** Text of the value of an atomic, or an integer for its digits. */
  text: string | number = '';
  /** The timer of a time.Timer or time.Ticker. */
  timer: Timer | null = null;
  /** The bubble of testing/synctest that a wait group is used in. */
  bubble: Bubble | null = null;

  constructor(id: number, kind: ObjectKind) {
    super();
    this.id = id;
    this.kind = kind;
  }

  shell(): SyncObject {
    return new SyncObject(this.id, this.kind);
  }

  fill(source: SyncObject, cloner: Cloner): void {
    this.holder = source.holder;
    this.readers = source.readers.slice();
    this.count = source.count;
    this.queue = cloner.copy(source.queue);
    this.text = source.text;
    this.timer = cloner.copy(source.timer);
    this.bubble = cloner.copy(source.bubble);
  }

  hash(hasher: Hasher): void {
    hasher.number(this.holder);
    hasher.number(this.count);
    for (const reader of this.readers) hasher.number(reader);
    hasher.value(this.queue.first);
    hasher.value(this.timer);
  }
}
