// What happens before what, by Go's memory model: a vector clock per goroutine and per thing that
// goroutines synchronise by. Invariants: only the edges of the model and of the runtime's own
// annotations exist; a goroutine's end is before nothing.

import type { Channel } from '../machine/channel.ts';
import type { Accessor } from './shadow.ts';
import type { Clock } from './vector-clock.ts';
import { emptyClock, joined, withTime } from './vector-clock.ts';

class Thread implements Accessor {
  readonly id: number;
  time = 1;
  clock: Clock;
  /** Stack of the go statement that started it. */
  readonly created: number;

  constructor(id: number, past: Clock, created: number) {
    this.id = id;
    this.created = created;
    this.clock = withTime(past, id, 1);
  }

  /** What it does from now on is not ordered before what has been released already. */
  tick(): void {
    this.time++;
    this.clock = withTime(this.clock, this.id, this.time);
  }

  learn(clock: Clock | undefined): void {
    if (clock !== undefined) this.clock = joined(this.clock, clock);
  }
}

/** The places of a channel's buffer are used in turn. */
interface Slots {
  readonly clocks: (Clock | undefined)[];
  received: number;
}

export class HappensBefore {
  private readonly threads: (Thread | undefined)[] = [];
  private readonly released = new WeakMap<object, (Clock | undefined)[]>();
  private readonly channels = new WeakMap<Channel, Slots>();

  constructor() {
    this.threads[1] = new Thread(1, emptyClock, 0);
  }

  thread(id: number): Thread {
    const thread = this.threads[id];
    if (thread === undefined) throw new Error(`Broken invariant: goroutine ${id} was not started`);
    return thread;
  }

  /** A go statement; `created` is its stack. */
  start(parent: number, child: number, created: number): void {
    const thread = this.thread(parent);
    this.threads[child] = new Thread(child, thread.clock, created);
    thread.tick();
  }

  /** A goroutine that a timer starts. */
  startBy(timer: object, child: number, created: number): void {
    const past = this.released.get(timer)?.[0] ?? emptyClock;
    this.threads[child] = new Thread(child, past, created);
  }

  acquire(id: number, object: object, part = 0): void {
    this.thread(id).learn(this.released.get(object)?.[part]);
  }

  release(id: number, object: object, part = 0): void {
    const thread = this.thread(id);
    this.clocksOf(object)[part] = thread.clock;
    thread.tick();
  }

  releaseMerge(id: number, object: object, part = 0): void {
    const thread = this.thread(id);
    const clocks = this.clocksOf(object);
    clocks[part] = joined(clocks[part] ?? emptyClock, thread.clock);
    thread.tick();
  }

  private clocksOf(object: object): (Clock | undefined)[] {
    let clocks = this.released.get(object);
    if (clocks === undefined) {
      clocks = [];
      this.released.set(object, clocks);
    }
    return clocks;
  }

  /** A send that completes; a receiver may be waiting. */
  send(id: number, channel: Channel): void {
    const receiver = channel.receiveQueue.first?.goroutine ?? null;
    if (channel.capacity === 0 && receiver !== null) this.meet(id, receiver);
    else {
      this.useSlot(id, channel, channel.count);
      if (receiver !== null) this.takeSlot(receiver, channel);
    }
  }

  /** A receive that completes; a sender may be waiting. */
  receive(id: number, channel: Channel): void {
    const sender = channel.sendQueue.first?.goroutine ?? null;
    if (channel.count === 0 && sender !== null) this.meet(id, sender);
    else {
      this.takeSlot(id, channel);
      // The sender's value moves into the place that became free.
      if (sender !== null) this.useSlot(sender, channel, channel.count - 1);
    }
  }

  /** A timer's value goes into its channel's one place, or to the receiver that waits. */
  fire(timer: object, channel: Channel): void {
    const clock = this.released.get(timer)?.[0];
    if (clock === undefined) return;
    const receiver = channel.receiveQueue.first;
    if (receiver !== null) this.thread(receiver.goroutine).learn(clock);
    else {
      const { clocks } = this.slotsOf(channel);
      clocks[0] = joined(clocks[0] ?? emptyClock, clock);
    }
  }

  /** Both ends of an unbuffered channel. */
  private meet(one: number, other: number): void {
    const [a, b] = [this.thread(one), this.thread(other)];
    const both = joined(a.clock, b.clock);
    a.clock = both;
    b.clock = both;
    a.tick();
    b.tick();
  }

  private slotsOf(channel: Channel): Slots {
    let slots = this.channels.get(channel);
    if (slots === undefined) {
      slots = { clocks: [], received: 0 };
      this.channels.set(channel, slots);
    }
    return slots;
  }

  /** The k-th send learns of the (k-C)-th receive, the k-th receive of the k-th send. */
  private useSlot(id: number, channel: Channel, ahead: number): void {
    const { clocks, received } = this.slotsOf(channel);
    const slot = (received + ahead) % Math.max(channel.capacity, 1);
    const thread = this.thread(id);
    thread.learn(clocks[slot]);
    clocks[slot] = thread.clock;
    thread.tick();
  }

  private takeSlot(id: number, channel: Channel): void {
    this.useSlot(id, channel, 0);
    this.slotsOf(channel).received++;
  }
}
