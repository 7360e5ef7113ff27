// Timers and the queue they wait in. Invariants: ordered by time, then by order of starting, so that
// the order of firing never depends on the shape of the heap; a timer is in the queue exactly while
// it is active.

import type { Bubble } from './bubble.ts';
import type { Channel } from './channel.ts';
import type { Cloner, Hasher } from './heap-object.ts';
import { HeapObject } from './heap-object.ts';
import type { Closure } from './value.ts';

/** What happens when a timer is due. */
export type TimerAction =
  | { readonly kind: 'wake'; readonly goroutine: number }
  | { readonly kind: 'send'; readonly channel: Channel }
  | { readonly kind: 'call'; readonly closure: Closure }
  /** Keeps the program from being deadlocked: a signal may always come. */
  | { readonly kind: 'listen' }
  /** A signal that the program does not listen to. */
  | { readonly kind: 'kill'; readonly signal: number };

export class Timer extends HeapObject {
  /** The trace's object id, 0 for a sleeping goroutine's. */
  readonly object: number;
  action: TimerAction;
  /** Virtual nanoseconds at which it is due. */
  when = 0;
  /** Nanoseconds between the ticks of a ticker, else 0. */
  period = 0;
  /** Breaks ties: who was started first fires first. */
  sequence = 0;
  /** Place in the queue's heap, -1 while it is not active. */
  place = -1;
  /** `when` as the trace has last said it. */
  shownWhen = 0;
  /** Site of the call that started it. */
  site = 0;
  /** The bubble of testing/synctest whose clock it goes by. */
  bubble: Bubble | null = null;

  constructor(object: number, action: TimerAction) {
    super();
    this.object = object;
    this.action = action;
  }

  get isActive(): boolean {
    return this.place >= 0;
  }

  shell(): Timer {
    return new Timer(this.object, this.action);
  }

  fill(source: Timer, cloner: Cloner): void {
    const { action } = source;
    if (action.kind === 'send') this.action = { ...action, channel: cloner.copy(action.channel) };
    if (action.kind === 'call') this.action = { ...action, closure: cloner.copy(action.closure) };
    this.when = source.when;
    this.period = source.period;
    this.shownWhen = source.shownWhen;
    this.sequence = source.sequence;
    this.place = source.place;
    this.site = source.site;
    this.bubble = cloner.copy(source.bubble);
  }

  hash(hasher: Hasher): void {
    hasher.number(this.when);
    hasher.number(this.period);
    hasher.number(this.place < 0 ? 0 : 1);
  }
}

export class TimerQueue extends HeapObject {
  private heap: Timer[] = [];
  private sequence = 0;

  get first(): Timer | null {
    return this.heap[0] ?? null;
  }

  /** All active timers, in no order. */
  get timers(): readonly Timer[] {
    return this.heap;
  }

  /** The earliest deadline of the timers that pass a test; `latest` when none is due before that. */
  earliest(test: (timer: Timer) => boolean, latest = Number.POSITIVE_INFINITY): number {
    let found = latest;
    this.visit((timer) => {
      // A timer is due no later than those below it.
      if (timer.when >= found) return false;
      if (!test(timer)) return true;
      found = timer.when;
      return false;
    });
    return found;
  }

  /** The latest deadline that is no later than `until`; `until` itself when there is none. */
  latestUntil(until: number): number {
    let found = Number.NEGATIVE_INFINITY;
    this.visit((timer) => {
      if (timer.when > until) return false;
      if (timer.when > found) found = timer.when;
      return true;
    });
    return found === Number.NEGATIVE_INFINITY ? until : found;
  }

  /** From the top of the heap downwards, wherever `goesOn` says so. */
  private visit(goesOn: (timer: Timer) => boolean): void {
    const places = [0];
    for (let place = places.pop(); place !== undefined; place = places.pop()) {
      const timer = this.heap[place];
      if (timer !== undefined && goesOn(timer)) places.push(2 * place + 2, 2 * place + 1);
    }
  }

  /** Starts a timer, or moves an active one. */
  start(timer: Timer, when: number): void {
    this.stop(timer);
    timer.when = when;
    timer.sequence = ++this.sequence;
    timer.place = this.heap.length;
    this.heap.push(timer);
    this.up(timer.place);
  }

  /** Takes a timer out; whether it was active. */
  stop(timer: Timer): boolean {
    const place = timer.place;
    if (place < 0) return false;
    timer.place = -1;
    const last = this.heap.pop();
    if (last !== undefined && last !== timer) {
      this.set(place, last);
      this.up(place);
      this.down(last.place);
    }
    return true;
  }

  private set(place: number, timer: Timer): void {
    this.heap[place] = timer;
    timer.place = place;
  }

  private isBefore(a: Timer, b: Timer): boolean {
    return a.when < b.when || (a.when === b.when && a.sequence < b.sequence);
  }

  private up(from: number): void {
    let place = from;
    const timer = this.heap[place];
    if (timer === undefined) return;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = this.heap[above];
      if (parent === undefined || !this.isBefore(timer, parent)) break;
      this.set(place, parent);
      place = above;
    }
    this.set(place, timer);
  }

  private down(from: number): void {
    let place = from;
    const timer = this.heap[place];
    if (timer === undefined) return;
    for (;;) {
      let below = 2 * place + 1;
      const left = this.heap[below];
      if (left === undefined) break;
      const right = this.heap[below + 1];
      if (right !== undefined && this.isBefore(right, left)) below++;
      const child = this.heap[below];
      if (child === undefined || !this.isBefore(child, timer)) break;
      this.set(place, child);
      place = below;
    }
    this.set(place, timer);
  }

  shell(): TimerQueue {
    return new TimerQueue();
  }

  fill(source: TimerQueue, cloner: Cloner): void {
    this.heap = source.heap.map((timer) => cloner.copy(timer));
    this.sequence = source.sequence;
  }

  hash(hasher: Hasher): void {
    const inOrder = [...this.heap].sort((a, b) => (this.isBefore(a, b) ? -1 : 1));
    for (const timer of inOrder) hasher.value(timer);
  }
}
