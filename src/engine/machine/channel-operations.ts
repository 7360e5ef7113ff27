// What goroutines do with channels: make, send, receive, close (runtime/chan.go). Invariants: see
// channel.ts; values go from hand to hand where somebody waits, waiters are served first come first
// served, and an operation either completes or parks its goroutine, with exactly one event.

import { EventKind } from '../trace/trace-event.ts';
import type { Wide } from './arithmetic.ts';
import { Channel } from './channel.ts';
import { goFatal, plainErrorPanic } from './go-panic.ts';
import type { Goroutine } from './goroutine.ts';
import type { Runtime } from './runtime.ts';

/** Go's limit on the size of a buffer. */
const maxBufferBytes = 2 ** 48;

/** make(chan T, capacity) */
export function makeChannel(
  runtime: Runtime,
  goroutine: Goroutine,
  type: number,
  capacity: Wide,
): Channel {
  const described = runtime.type(type);
  const elem = described.kind === 'chan' ? described.elem : 0;
  const elemSize = Math.max(runtime.support.types.layout(elem).size, 1);
  if (!(capacity >= 0 && Number(capacity) * elemSize <= maxBufferBytes)) {
    plainErrorPanic('makechan: size out of range');
  }
  return newChannel(runtime, goroutine, elem, Number(capacity), false);
}

/** A channel with its event; a timer's channel has one place though len and cap do not say so. */
export function newChannel(
  runtime: Runtime,
  goroutine: Goroutine,
  elem: number,
  capacity: number,
  isTimer: boolean,
): Channel {
  const id = runtime.newObject('channel', goroutine, capacity, elem);
  runtime.event(EventKind.makeChan, goroutine, id, 0, capacity);
  const channel = new Channel(id, elem, capacity, isTimer);
  channel.bubble = goroutine.bubble;
  runtime.show(channel);
  return channel;
}

/** channel <- value: whether it completed; else the goroutine is parked. */
export function send(
  runtime: Runtime,
  goroutine: Goroutine,
  channel: Channel | null,
  value: unknown,
): boolean {
  if (channel === null) {
    runtime.event(EventKind.blockSend, goroutine);
    runtime.park(goroutine, 'chan send (nil chan)');
    return false;
  }
  runtime.detector?.beginSend(goroutine, channel);
  if (channel.bubble !== null) demandBubble(goroutine, channel, 'send on');
  if (channel.closed) plainErrorPanic('send on closed channel');
  if (canSend(channel)) {
    const receiver = channel.receiveQueue.first?.goroutine ?? 0;
    runtime.valueEvent(EventKind.send, goroutine, channel.id, receiver, value, channel.elem);
    runtime.detector?.send(goroutine, channel);
    completeSend(runtime, channel, value);
    return true;
  }
  runtime.valueEvent(EventKind.blockSend, goroutine, channel.id, 0, value, channel.elem);
  channel.waitToSend(goroutine.waitFor(channel.id, value, -1));
  runtime.park(goroutine, 'chan send', channel.bubble !== null);
  return false;
}

/** A parked send has ended: by a receiver, or by a close. */
export function sent(goroutine: Goroutine): void {
  if (!goroutine.ok) plainErrorPanic('send on closed channel');
}

/** <-channel: whether it completed, with the result in value and ok; else it is parked. */
export function receive(runtime: Runtime, goroutine: Goroutine, channel: Channel | null): boolean {
  if (channel === null) {
    runtime.event(EventKind.blockReceive, goroutine);
    runtime.park(goroutine, 'chan receive (nil chan)');
    return false;
  }
  if (channel.bubble !== null) demandBubble(goroutine, channel, 'receive on');
  if (canReceive(channel)) {
    const value = nextValue(channel);
    const sender = channel.sendQueue.first?.goroutine ?? 0;
    runtime.valueEvent(EventKind.receive, goroutine, channel.id, sender, value, channel.elem);
    runtime.detector?.receive(goroutine, channel);
    completeReceive(runtime, goroutine, channel);
    return true;
  }
  if (channel.closed) {
    runtime.event(EventKind.receiveClosed, goroutine, channel.id);
    runtime.detector?.receiveClosed(goroutine, channel);
    deliverZero(runtime, goroutine, channel);
    return true;
  }
  runtime.event(EventKind.blockReceive, goroutine, channel.id);
  channel.waitToReceive(goroutine.waitFor(channel.id, undefined, -1));
  runtime.park(goroutine, 'chan receive', channel.bubble !== null);
  return false;
}

/** close(channel): everybody who waits on it wakes, the last to come first. */
export function closeChannel(
  runtime: Runtime,
  goroutine: Goroutine,
  channel: Channel | null,
): void {
  if (channel === null) plainErrorPanic('close of nil channel');
  demandBubble(goroutine, channel, 'close of');
  if (channel.closed) plainErrorPanic('close of closed channel');
  runtime.detector?.close(goroutine, channel);
  channel.closed = true;
  runtime.event(EventKind.close, goroutine, channel.id);
  const waiters = [...channel.receiveQueue.waiters(), ...channel.sendQueue.waiters()];
  for (const waiter of waiters.reverse()) {
    const woken = runtime.goroutine(waiter.goroutine);
    // A select may wait on one channel twice: it wakes once.
    if (woken.status !== 'waiting') continue;
    runtime.detector?.receiveClosed(woken, channel);
    deliverZero(runtime, woken, channel);
    woken.selected = waiter.caseIndex;
    runtime.wake(woken);
  }
}

/** A channel made in a bubble of testing/synctest is for the goroutines of that bubble. */
export function demandBubble(goroutine: Goroutine, { bubble }: Channel, what: string): void {
  if (bubble === null || bubble === goroutine.bubble) return;
  goFatal(`${what} synctest channel from outside bubble`);
}

/** Somebody waits for a value, or there is room. */
export function canSend(channel: Channel): boolean {
  return channel.receiveQueue.first !== null || channel.count < channel.capacity;
}

/** There is a value, in the buffer or with a waiting sender. */
export function canReceive(channel: Channel): boolean {
  return channel.count > 0 || channel.sendQueue.first !== null;
}

/** The value that the next receive gets; canReceive holds. */
export function nextValue(channel: Channel): unknown {
  return channel.count > 0 ? channel.first() : channel.sendQueue.first?.value;
}

/** Hands the value to the first receiver or puts it into the buffer; canSend holds. */
export function completeSend(runtime: Runtime, channel: Channel, value: unknown): void {
  const receiver = channel.receiveQueue.shift();
  if (receiver === null) {
    channel.push(value);
    return;
  }
  const goroutine = runtime.goroutine(receiver.goroutine);
  goroutine.value = value;
  goroutine.ok = true;
  goroutine.selected = receiver.caseIndex;
  runtime.wake(goroutine);
}

/** Takes the next value; the first waiting sender's value moves up. canReceive holds. */
export function completeReceive(runtime: Runtime, goroutine: Goroutine, channel: Channel): void {
  const sender = channel.sendQueue.shift();
  if (channel.count > 0) {
    goroutine.value = channel.shift();
    if (sender !== null) channel.push(sender.value);
  } else goroutine.value = sender?.value;
  goroutine.ok = true;
  if (sender === null) return;
  const woken = runtime.goroutine(sender.goroutine);
  woken.ok = true;
  woken.selected = sender.caseIndex;
  runtime.wake(woken);
}

/** What a receive from a closed channel gives. */
export function deliverZero(runtime: Runtime, goroutine: Goroutine, channel: Channel): void {
  goroutine.value = runtime.support.operations(channel.elem).zero();
  goroutine.ok = false;
}
