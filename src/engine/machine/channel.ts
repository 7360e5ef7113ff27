// Channels as data; what can be done with them is in channel-operations.ts.
// Invariants (runtime/chan.go): at least one of sendQueue and receiveQueue is empty, except for an
// unbuffered channel with one goroutine waiting on both ends in a select; a channel with values in
// its buffer has no waiting receiver; one with room in its buffer has no waiting sender.

import type { Bubble } from './bubble.ts';
import type { Cloner, Hasher } from './heap-object.ts';
import { HeapObject } from './heap-object.ts';
import { type Waiter, WaitQueue } from './wait-queue.ts';

/** Of all channels without one; nothing is ever put into it. */
const noBuffer: unknown[] = [];
/** Of all channels for which nobody has waited yet; nobody ever enters it. */
const untouched = new WaitQueue();

export class Channel extends HeapObject {
  /** The trace's object id. */
  readonly id: number;
  readonly elem: number;
  readonly capacity: number;
  /** A timer's channel: has one place, but len and cap say 0. */
  readonly isTimer: boolean;
  closed: boolean;
  /** The bubble of testing/synctest that it was made in: only for goroutines of that bubble. */
  bubble: Bubble | null;
  sendQueue: WaitQueue;
  receiveQueue: WaitQueue;
  /** A ring of `capacity` places. */
  private buffer: unknown[];
  private head: number;
  count: number;

  constructor(id: number, elem: number, capacity: number, isTimer: boolean) {
    super();
    this.id = id;
    this.elem = elem;
    this.capacity = capacity;
    this.isTimer = isTimer;
    this.closed = false;
    this.bubble = null;
    this.sendQueue = untouched;
    this.receiveQueue = untouched;
    this.buffer = capacity === 0 ? noBuffer : [];
    this.head = 0;
    this.count = 0;
  }

  /** A goroutine begins to wait until it can send. */
  waitToSend(waiter: Waiter): void {
    if (this.sendQueue === untouched) this.sendQueue = new WaitQueue();
    this.sendQueue.push(waiter);
  }

  /** A goroutine begins to wait until it can receive. */
  waitToReceive(waiter: Waiter): void {
    if (this.receiveQueue === untouched) this.receiveQueue = new WaitQueue();
    this.receiveQueue.push(waiter);
  }

  /** Puts a value at the tail; there is room. */
  push(value: unknown): void {
    let at = this.head + this.count;
    if (at >= this.capacity) at -= this.capacity;
    this.buffer[at] = value;
    this.count++;
  }

  /** The value at the head; there is one. */
  first(): unknown {
    return this.buffer[this.head];
  }

  /** Takes the value at the head; there is one. */
  shift(): unknown {
    const value = this.buffer[this.head];
    this.buffer[this.head] = undefined;
    this.head = this.head + 1 === this.capacity ? 0 : this.head + 1;
    this.count--;
    return value;
  }

  /** Buffered values, the next out first. */
  values(): readonly unknown[] {
    return Array.from(
      { length: this.count },
      (_, i) => this.buffer[(this.head + i) % this.capacity],
    );
  }

  /** Throws the buffered values away (a timer that is stopped or reset). */
  drain(): void {
    while (this.count > 0) this.shift();
  }

  shell(): Channel {
    return new Channel(this.id, this.elem, this.capacity, this.isTimer);
  }

  fill(source: Channel, cloner: Cloner): void {
    this.identity = source.identity;
    this.closed = source.closed;
    this.bubble = cloner.copy(source.bubble);
    this.sendQueue = copyOf(source.sendQueue, cloner);
    this.receiveQueue = copyOf(source.receiveQueue, cloner);
    if (source.capacity > 0) this.buffer = source.buffer.map((value) => cloner.copy(value));
    this.head = source.head;
    this.count = source.count;
  }

  hash(hasher: Hasher): void {
    hasher.number(this.capacity);
    hasher.number(Number(this.closed));
    hasher.number(this.count);
    for (const value of this.values()) hasher.value(value);
    hasher.value(this.sendQueue.first);
    hasher.value(this.receiveQueue.first);
  }
}

function copyOf(queue: WaitQueue, cloner: Cloner): WaitQueue {
  return queue === untouched ? untouched : cloner.copy(queue);
}

/** len(c) */
export function channelLength(channel: Channel | null): number {
  return channel === null || channel.isTimer ? 0 : channel.count;
}

/** cap(c) */
export function channelCapacity(channel: Channel | null): number {
  return channel === null || channel.isTimer ? 0 : channel.capacity;
}
