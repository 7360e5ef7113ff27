// Bubbles of testing/synctest (runtime/synctest.go): goroutines with a clock of their own. When all
// of them are durably blocked, that is, only by one another, then a Wait returns, or the clock goes
// on to the next timer, or it is a deadlock. Invariants: `total` counts the goroutines of the bubble
// that live, its root included; `running` those that are not durably blocked.

import { EventKind } from '../trace/trace-event.ts';
import { type Clock, isAwaited } from './clock.ts';
import type { Goroutine } from './goroutine.ts';
import type { Cloner, Hasher } from './heap-object.ts';
import { HeapObject } from './heap-object.ts';
import type { Runtime } from './runtime.ts';
import { TimerQueue } from './timer-queue.ts';

/** Where the clock of a bubble starts: 2000-01-01 00:00:00 UTC, in nanoseconds since 1970. */
export const bubbleEpoch = 946_684_800_000_000_000n;

export class Bubble extends HeapObject {
  readonly id: number;
  /** The goroutine outside that waits for the bubble to end. */
  readonly root: number;
  /** The first goroutine inside. */
  main = 0;
  /** The goroutine in synctest.Wait, 0 if there is none. */
  waiter = 0;
  /** The first goroutine has ended: the clock stands still. */
  isOver = false;
  /** Nanoseconds since the bubble's beginning. */
  now = 0;
  total = 1;
  running = 1;
  timers = new TimerQueue();

  constructor(id: number, root: number) {
    super();
    this.id = id;
    this.root = root;
  }

  shell(): Bubble {
    return new Bubble(this.id, this.root);
  }

  fill(source: Bubble, cloner: Cloner): void {
    this.identity = source.identity;
    this.main = source.main;
    this.waiter = source.waiter;
    this.isOver = source.isOver;
    this.now = source.now;
    this.total = source.total;
    this.running = source.running;
    this.timers = cloner.copy(source.timers);
  }

  hash(hasher: Hasher): void {
    for (const number of [this.root, this.main, this.waiter, this.now]) hasher.number(number);
    hasher.number(this.total);
    hasher.number(this.running);
    hasher.number(Number(this.isOver));
    hasher.value(this.timers);
  }
}

/** Other reasons to wait depend on what is waited for. */
const durableReasons: ReadonlySet<string> = new Set([
  ...['chan receive (nil chan)', 'chan send (nil chan)', 'select (no cases)'],
  ...['sleep', 'sync.Cond.Wait', 'synctest.Run', 'synctest.Wait'],
]);

/** A goroutine of a bubble has stopped. */
export function parkedInBubble(runtime: Runtime, goroutine: Goroutine, isDurable: boolean): void {
  const { bubble } = goroutine;
  if (bubble === null || !(isDurable || durableReasons.has(goroutine.waitReason))) return;
  goroutine.isDurable = true;
  runtime.detector?.releaseMerge(goroutine.id, bubble);
  bubble.running--;
  lookAt(runtime, bubble);
}

/** A goroutine of a bubble goes on. */
export function wokenInBubble(goroutine: Goroutine): void {
  if (!goroutine.isDurable || goroutine.bubble === null) return;
  goroutine.isDurable = false;
  goroutine.bubble.running++;
}

/** A goroutine begins inside the bubble of who has started it. */
export function bornInBubble(goroutine: Goroutine, bubble: Bubble | null): void {
  if (bubble === null) return;
  goroutine.bubble = bubble;
  bubble.total++;
  bubble.running++;
  if (bubble.main === 0) bubble.main = goroutine.id;
}

/** A goroutine is over, or leaves its bubble. */
export function leaveBubble(runtime: Runtime, goroutine: Goroutine): void {
  const { bubble } = goroutine;
  if (bubble === null) return;
  goroutine.bubble = null;
  runtime.detector?.releaseMerge(goroutine.id, bubble);
  bubble.total--;
  bubble.running--;
  if (goroutine.id === bubble.main) bubble.isOver = true;
  if (goroutine.id !== bubble.root) lookAt(runtime, bubble);
}

/** If nobody runs in it, the machine looks after the bubble before anything else. */
function lookAt(runtime: Runtime, bubble: Bubble): void {
  if (bubble.running > 0) return;
  runtime.state.settling = bubble;
  runtime.interrupt();
}

/** One step for the bubble that asks for it; false if there is none, or nothing more to be done. */
export function settle(runtime: Runtime, clock: Clock): boolean {
  const { state } = runtime;
  const bubble = state.settling;
  if (bubble === null) return false;
  const timer = bubble.timers.first;
  if (timer !== null && timer.when <= bubble.now) {
    clock.fire(timer);
    return true;
  }
  if (bubble.running > 0) {
    state.settling = null;
    return false;
  }
  const next = bubble.waiter === 0 && !bubble.isOver ? nextDeadline(bubble) : null;
  if (next !== null) {
    bubble.now = next;
    return true;
  }
  const woken = bubble.waiter === 0 ? bubble.root : bubble.waiter;
  state.settling = null;
  runtime.runtimeEvent(EventKind.ready, { other: woken });
  runtime.ready(woken);
  return true;
}

/** The first deadline that can wake somebody; null if there is none. */
function nextDeadline({ timers }: Bubble): number | null {
  const whens = timers.timers.filter(isAwaited).map(({ when }) => when);
  return whens.length === 0 ? null : whens.reduce((a, b) => Math.min(a, b));
}
