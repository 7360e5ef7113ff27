// Goroutines and their statuses. Invariants: statuses change along the edges of one table only; a
// waiting goroutine has a reason; it stands in exactly the queues of its waiters.

import type { FastFunction } from './fast-function.ts';
import type { Bubble } from './bubble.ts';
import type { Frame, Panic } from './frame.ts';
import type { Cloner, Hasher } from './heap-object.ts';
import { HeapObject } from './heap-object.ts';
import type { GoroutineStatus, WaitReason } from '../trace/world.ts';
import type { Waiter } from './wait-queue.ts';

/** Every legal change of status, and no other. */
function isLegal(from: GoroutineStatus, to: GoroutineStatus): boolean {
  switch (from) {
    case 'runnable':
      return to === 'running';
    case 'running':
      return to !== 'running';
    case 'waiting':
    case 'sleeping':
      return to === 'runnable';
    case 'dead':
      return false;
  }
}

/** The waiters of a goroutine that waits nowhere. */
export const noWaiters: readonly Waiter[] = [];

export class Goroutine extends HeapObject {
  readonly id: number;
  status: GoroutineStatus = 'runnable';
  /** The innermost frame; null when dead. */
  frame: Frame | null;
  waitReason: WaitReason = '';
  /** Its places in queues while it waits: one, or one per case of a select, in case order. */
  waiters: readonly Waiter[] = noWaiters;
  /** The instruction at the top frame's pc is to be completed by its `resume`. */
  resuming = false;
  /** Results of the call that has just returned; dead between instructions. */
  result: unknown = undefined;
  /** What a channel operation delivered. */
  value: unknown = undefined;
  ok = false;
  /** Index of the select case that was taken, -1 for default. */
  selected = -1;
  /** The innermost panic or Goexit. */
  panic: Panic | null = null;
  /** The panic whose text is being made, when the program is about to die of it. */
  dying: Panic | null = null;

  /** Tick from which it may run: nobody sees what has not happened yet. Several processors only. */
  readyTick = 0;

  /** Fast code that it stopped in and goes on with, when that is all its stack; never kept for long. */
  again: FastFunction | null = null;

  /** Its latest panic is a nil dereference, which Go reports as a signal. */
  isFaulting = false;

  /** The bubble of testing/synctest that it is in. */
  bubble: Bubble | null = null;
  /** It waits, and only its bubble can wake it. */
  isDurable = false;

  // For the world's eyes
  readonly parent: number;
  /** Index of the event and site of the go statement. */
  readonly createdAt: number;
  readonly createdBy: number;
  /** Site of the go statement itself, which may be in the library. */
  goSite = 0;
  /** `main.main`, as in `created by main.main in goroutine 1`. */
  readonly creator: string;
  lastSite: number;
  wakeAt = 0;
  /** Statements when it began to wait. */
  since = 0;
  /** Likewise in virtual nanoseconds. */
  waitsSince = 0;
  panicking = '';

  constructor(
    id: number,
    frame: Frame | null,
    parent: number,
    createdAt: number,
    createdBy: number,
    creator: string,
  ) {
    super();
    this.id = id;
    this.frame = frame;
    this.parent = parent;
    this.createdAt = createdAt;
    this.createdBy = createdBy;
    this.creator = creator;
    this.lastSite = createdBy;
  }

  /** Changes the status along a legal edge. */
  become(status: GoroutineStatus): void {
    if (!isLegal(this.status, status)) {
      throw new Error(`Broken invariant: goroutine ${this.id} from ${this.status} to ${status}`);
    }
    this.status = status;
  }

  shell(): Goroutine {
    const { id, parent, createdAt, createdBy, creator } = this;
    return new Goroutine(id, null, parent, createdAt, createdBy, creator);
  }

  fill(source: Goroutine, cloner: Cloner): void {
    this.status = source.status;
    this.frame = cloner.copy(source.frame);
    this.waitReason = source.waitReason;
    this.waiters = source.waiters.map((waiter) => cloner.copy(waiter));
    this.resuming = source.resuming;
    this.value = cloner.copy(source.value);
    this.ok = source.ok;
    this.selected = source.selected;
    this.panic = cloner.copy(source.panic);
    this.dying = cloner.copy(source.dying);
    this.isFaulting = source.isFaulting;
    this.bubble = cloner.copy(source.bubble);
    this.isDurable = source.isDurable;
    this.lastSite = source.lastSite;
    this.wakeAt = source.wakeAt;
    this.since = source.since;
    this.waitsSince = source.waitsSince;
    this.goSite = source.goSite;
    this.readyTick = source.readyTick;
    this.panicking = source.panicking;
  }

  hash(hasher: Hasher): void {
    hasher.value(this.status);
    hasher.value(this.waitReason);
    hasher.value(this.frame);
    hasher.value(this.panic);
    hasher.value(this.value);
    hasher.value(this.bubble);
    hasher.number(this.id);
    hasher.number(Number(this.resuming) + 2 * Number(this.ok));
    hasher.number(this.selected);
  }
}
