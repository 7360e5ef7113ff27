// Goroutines and their statuses. Invariants: statuses change along legal edges only (run, stop,
// leaveQueues); a waiting goroutine has a reason; it stands in exactly the queues of its waiters.

import type { FastFunction } from './fast-function.ts';
import type { Bubble } from './bubble.ts';
import type { Frame, Panic } from './frame.ts';
import type { Cloner, Hasher } from './heap-object.ts';
import { HeapObject } from './heap-object.ts';
import type { GoroutineStatus, WaitReason } from '../trace/world.ts';
import { Waiter } from './wait-queue.ts';

export class Goroutine extends HeapObject {
  readonly id: number;
  status: GoroutineStatus = 'runnable';
  /** The innermost frame; null when dead. */
  frame: Frame | null;
  waitReason: WaitReason = '';
  /** Its places in queues, used again and again, and in how many of them it waits. */
  private readonly places: Waiter[] = [];
  private waits = 0;
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

  /** From runnable to running. */
  run(): void {
    if (this.status !== 'runnable') this.refuse('running');
    this.status = 'running';
  }

  /** From running to something else. */
  stop(status: Exclude<GoroutineStatus, 'running'>): void {
    if (this.status !== 'running') this.refuse(status);
    this.status = status;
  }

  /** Runnable again: it leaves all the queues it waits in. */
  leaveQueues(): void {
    const { status, places, waits } = this;
    if (status !== 'waiting' && status !== 'sleeping') this.refuse('runnable');
    this.status = 'runnable';
    for (let i = 0; i < waits; i++) {
      const waiter = places[i] as Waiter;
      if (waiter.queue !== null) waiter.queue.remove(waiter);
      waiter.value = undefined;
    }
    this.waits = 0;
  }

  /** One more place, for a queue that it is to enter: in the order of the cases of a select. */
  waitFor(object: number, value: unknown, caseIndex: number, mode = 0): Waiter {
    let waiter = this.places[this.waits];
    if (waiter === undefined) {
      waiter = new Waiter(this.id);
      this.places.push(waiter);
    }
    this.waits++;
    waiter.object = object;
    waiter.value = value;
    waiter.caseIndex = caseIndex;
    waiter.mode = mode;
    return waiter;
  }

  /** Its places in queues while it waits: one, or one per case of a select, in case order. */
  get waiters(): readonly Waiter[] {
    return this.places.slice(0, this.waits);
  }

  private refuse(to: GoroutineStatus): never {
    throw new Error(`Broken invariant: goroutine ${this.id} from ${this.status} to ${to}`);
  }

  shell(): Goroutine {
    const { id, parent, createdAt, createdBy, creator } = this;
    return new Goroutine(id, null, parent, createdAt, createdBy, creator);
  }

  fill(source: Goroutine, cloner: Cloner): void {
    this.status = source.status;
    this.frame = cloner.copy(source.frame);
    this.waitReason = source.waitReason;
    for (const waiter of source.waiters) this.places.push(cloner.copy(waiter));
    this.waits = source.waits;
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
