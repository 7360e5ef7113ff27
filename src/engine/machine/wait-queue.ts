// First-come-first-served queues of waiting goroutines, doubly linked as in runtime/chan.go, so
// that a select can leave the queues of the cases it did not take in constant time.
// Invariants: a waiter is in at most one queue; `first === null` exactly if `last === null`.

import type { Cloner, Hasher } from './heap-object.ts';
import { HeapObject } from './heap-object.ts';

/** A goroutine's place in one queue (Go: sudog). */
export class Waiter extends HeapObject {
  readonly goroutine: number;
  /** Object id of what it waits on, 0 when that is not shown. */
  object: number;
  /** What a sender brings. */
  value: unknown;
  /** Index of the select case it stands for, -1 outside select. */
  caseIndex: number;
  /** Free for the object it waits on: what it waits as. */
  mode: number;
  queue: WaitQueue | null;
  previous: Waiter | null;
  next: Waiter | null;

  constructor(goroutine: number) {
    super();
    this.goroutine = goroutine;
    this.object = 0;
    this.value = undefined;
    this.caseIndex = -1;
    this.mode = 0;
    this.queue = null;
    this.previous = null;
    this.next = null;
  }

  /** The goroutine waits no longer. */
  leave(): void {
    this.queue?.remove(this);
    this.value = undefined;
  }

  shell(): Waiter {
    return new Waiter(this.goroutine);
  }

  fill(source: Waiter, cloner: Cloner): void {
    this.object = source.object;
    this.value = cloner.copy(source.value);
    this.caseIndex = source.caseIndex;
    this.mode = source.mode;
    this.queue = cloner.copy(source.queue);
    this.previous = cloner.copy(source.previous);
    this.next = cloner.copy(source.next);
  }

  hash(hasher: Hasher): void {
    hasher.number(this.goroutine);
    hasher.number(this.caseIndex);
    hasher.number(this.mode);
    hasher.value(this.value);
    hasher.value(this.next);
  }
}

export class WaitQueue extends HeapObject {
  first: Waiter | null;
  last: Waiter | null;

  constructor() {
    super();
    this.first = null;
    this.last = null;
  }

  get isEmpty(): boolean {
    return this.first === null;
  }

  /** Enters at the back and returns the waiter. */
  push(waiter: Waiter): Waiter {
    waiter.queue = this;
    waiter.previous = this.last;
    waiter.next = null;
    if (this.last === null) this.first = waiter;
    else this.last.next = waiter;
    this.last = waiter;
    return waiter;
  }

  /** Enters at the front: a woken waiter that lost the race. */
  unshift(waiter: Waiter): Waiter {
    waiter.queue = this;
    waiter.previous = null;
    waiter.next = this.first;
    if (this.first === null) this.last = waiter;
    else this.first.previous = waiter;
    this.first = waiter;
    return waiter;
  }

  /** Takes out the first waiter, null when nobody waits. */
  shift(): Waiter | null {
    const waiter = this.first;
    if (waiter === null) return null;
    const { next } = waiter;
    this.first = next;
    if (next === null) this.last = null;
    else next.previous = null;
    waiter.queue = null;
    waiter.next = null;
    return waiter;
  }

  /** Takes a waiter out of the middle. */
  remove(waiter: Waiter): void {
    if (waiter.queue !== this) return;
    if (waiter.previous === null) this.first = waiter.next;
    else waiter.previous.next = waiter.next;
    if (waiter.next === null) this.last = waiter.previous;
    else waiter.next.previous = waiter.previous;
    waiter.queue = null;
    waiter.previous = null;
    waiter.next = null;
  }

  waiters(): readonly Waiter[] {
    const list: Waiter[] = [];
    for (let waiter = this.first; waiter !== null; waiter = waiter.next) list.push(waiter);
    return list;
  }

  shell(): WaitQueue {
    return new WaitQueue();
  }

  fill(source: WaitQueue, cloner: Cloner): void {
    this.first = cloner.copy(source.first);
    this.last = cloner.copy(source.last);
  }

  hash(hasher: Hasher): void {
    hasher.value(this.first);
  }
}
