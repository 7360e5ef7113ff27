// A bubble of testing/synctest (runtime/synctest.go) as data: goroutines with a clock of their own.
// What happens to it is in bubble-life.ts and bubble-clock.ts. Invariants: `total` counts the
// goroutines of the bubble that live, its root included; `running` those that are not durably blocked.

import type { Cloner, Hasher } from './heap-object.ts';
import { HeapObject } from './heap-object.ts';

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

  constructor(id: number, root: number) {
    super();
    this.id = id;
    this.root = root;
  }

  shell(): Bubble {
    return new Bubble(this.id, this.root);
  }

  fill(source: Bubble, _cloner: Cloner): void {
    this.identity = source.identity;
    this.main = source.main;
    this.waiter = source.waiter;
    this.isOver = source.isOver;
    this.now = source.now;
    this.total = source.total;
    this.running = source.running;
  }

  hash(hasher: Hasher): void {
    for (const number of [this.root, this.main, this.waiter, this.now]) hasher.number(number);
    hasher.number(this.total);
    hasher.number(this.running);
    hasher.number(Number(this.isOver));
  }
}
