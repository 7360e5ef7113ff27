// Goroutines and their statuses. Invariants: statuses change along legal edges only (run, wait,
// giveWay, end, leaveQueues); a waiting goroutine has a reason; it stands in exactly the queues of its waiters.

import type { FastFunction } from './fast-function.ts';
import type { Bubble } from './bubble.ts';
import type { Frame, Panic } from './frame.ts';
import type { Cloner, Hasher } from './heap-object.ts';
import { HeapObject } from './heap-object.ts';
import type { GoroutineStatus, WaitReason } from '../trace/world.ts';
import { Waiter } from './wait-queue.ts';

const noPlaces: readonly Waiter[] = [];

// Stages by number: statuses are texts, which take longer to compare, and every stop asks for them.
const runnable = 0;
const running = 1;
const waiting = 2;
const dead = 3;
const statuses = ['runnable', 'running', 'waiting', 'dead'] as const;

export class Goroutine extends HeapObject {
  readonly id: number;
  private stage: number;
  /** The innermost frame; null when dead. */
  frame: Frame | null;
  /** The outermost frame: when that returns, it is over. Null when dead. */
  first: Frame | null;
  waitReason: WaitReason;
  /** Its places in queues, used again and again, and in how many of them it waits. */
  private place: Waiter | null;
  private others: readonly Waiter[];
  private waits: number;
  /** The instruction at the top frame's pc is to be completed by its `resume`. */
  resuming: boolean;
  /** Results of the call that has just returned; dead between instructions. */
  result: unknown;
  /** What a channel operation delivered. */
  value: unknown;
  ok: boolean;
  /** Index of the select case that was taken, -1 for default. */
  selected: number;
  /** The innermost panic or Goexit. */
  panic: Panic | null;
  /** The panic whose text is being made, when the program is about to die of it. */
  dying: Panic | null;

  /** Tick from which it may run: nobody sees what has not happened yet. Several processors only. */
  readyTick: number;

  /**
   * Fast code for the frame it is in, if it has stopped there or begins with it: it goes on in that
   * without a look at the frame. Never kept for long.
   */
  again: FastFunction | null;

  /** Its latest panic is a nil dereference, which Go reports as a signal. */
  isFaulting: boolean;

  /** The bubble of testing/synctest that it is in. */
  bubble: Bubble | null;
  /** It waits, and only its bubble can wake it. */
  isDurable: boolean;

  // For the world's eyes
  readonly parent: number;
  /** Index of the event and site of the go statement. */
  readonly createdAt: number;
  readonly createdBy: number;
  /** Site of the go statement itself, which may be in the library. */
  goSite: number;
  /** `main.main`, as in `created by main.main in goroutine 1`. */
  readonly creator: string;
  lastSite: number;
  wakeAt: number;
  /** Since when it waits, see Runtime.waitsSince: ticks, and what the clock had jumped by then. */
  waitTicks: number;
  waitJumped: number;
  panicking: string;

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
    this.first = frame;
    this.parent = parent;
    this.createdAt = createdAt;
    this.createdBy = createdBy;
    this.creator = creator;
    this.lastSite = createdBy;
    this.stage = runnable;
    this.waitReason = '';
    this.place = null;
    this.others = noPlaces;
    this.waits = 0;
    this.resuming = false;
    this.result = undefined;
    this.value = undefined;
    this.ok = false;
    this.selected = -1;
    this.panic = null;
    this.dying = null;
    this.readyTick = 0;
    this.again = null;
    this.isFaulting = false;
    this.bubble = null;
    this.isDurable = false;
    this.goSite = 0;
    this.wakeAt = 0;
    this.waitTicks = 0;
    this.waitJumped = 0;
    this.panicking = '';
  }

  get status(): GoroutineStatus {
    const status = statuses[this.stage];
    if (status === undefined) throw new Error(`Broken invariant: stage ${this.stage}`);
    return status === 'waiting' && this.waitReason === 'sleep' ? 'sleeping' : status;
  }

  /** From runnable to running. */
  run(): void {
    if (this.stage !== runnable) this.refuse('running');
    this.stage = running;
  }

  /** Over: nothing of it is kept but what can be told of it. */
  end(): void {
    if (this.stage !== running) this.refuse('dead');
    this.stage = dead;
    this.frame = null;
    this.first = null;
    this.panic = null;
    this.value = undefined;
    this.panicking = '';
    this.place = null;
    this.others = noPlaces;
  }

  /** From running to waiting. */
  wait(reason: Exclude<WaitReason, ''>): void {
    if (this.stage !== running) this.refuse('waiting');
    this.stage = waiting;
    this.waitReason = reason;
  }

  /** From running to runnable. */
  giveWay(): void {
    if (this.stage !== running) this.refuse('runnable');
    this.stage = runnable;
  }

  /** Runnable again: it leaves all the queues it waits in. */
  leaveQueues(): void {
    const { place, waits } = this;
    if (this.stage !== waiting) this.refuse('runnable');
    this.stage = runnable;
    this.waitReason = '';
    if (waits === 0 || place === null) return;
    place.leave();
    for (let i = 1; i < waits; i++) this.others[i - 1]?.leave();
    this.waits = 0;
  }

  /** One more place, for a queue that it is to enter: in the order of the cases of a select. */
  waitFor(object: number, value: unknown, caseIndex: number, mode = 0): Waiter {
    const waiter = this.nextPlace();
    this.waits++;
    waiter.object = object;
    waiter.value = value;
    waiter.caseIndex = caseIndex;
    waiter.mode = mode;
    return waiter;
  }

  private nextPlace(): Waiter {
    const { waits } = this;
    // Most goroutines never wait in more than one place, and there may be very many of them.
    if (waits === 0) {
      this.place ??= new Waiter(this.id);
      return this.place;
    }
    const known = this.others[waits - 1];
    if (known !== undefined) return known;
    const waiter = new Waiter(this.id);
    this.others = [...this.others, waiter];
    return waiter;
  }

  /** Its places in queues while it waits: one, or one per case of a select, in case order. */
  get waiters(): readonly Waiter[] {
    const { place, others, waits } = this;
    return waits === 0 || place === null ? [] : [place, ...others.slice(0, waits - 1)];
  }

  private refuse(to: GoroutineStatus): never {
    throw new Error(`Broken invariant: goroutine ${this.id} from ${this.status} to ${to}`);
  }

  shell(): Goroutine {
    const { id, parent, createdAt, createdBy, creator } = this;
    return new Goroutine(id, null, parent, createdAt, createdBy, creator);
  }

  fill(source: Goroutine, cloner: Cloner): void {
    this.stage = source.stage;
    this.frame = cloner.copy(source.frame);
    this.first = cloner.copy(source.first);
    this.waitReason = source.waitReason;
    if (source.waits > 0) {
      this.place = cloner.copy(source.place);
      this.others = source.others.slice(0, source.waits - 1).map((waiter) => cloner.copy(waiter));
    }
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
    this.waitTicks = source.waitTicks;
    this.waitJumped = source.waitJumped;
    this.goSite = source.goSite;
    this.readyTick = source.readyTick;
    this.panicking = source.panicking;
  }

  hash(hasher: Hasher): void {
    hasher.number(this.stage);
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
