// select (runtime/select.go): one ready case by choice, else default, else wait on all. Invariants:
// cases on nil channels take no part; a parked select stands once per case in the queues and leaves
// all of them when one case is served.

import { EventKind } from '../trace/trace-event.ts';
import type { Channel } from './channel.ts';
import {
  canReceive,
  canSend,
  completeReceive,
  completeSend,
  deliverZero,
  demandBubble,
  nextValue,
} from './channel-operations.ts';
import { plainErrorPanic } from './go-panic.ts';
import type { Goroutine } from './goroutine.ts';
import type { Runtime } from './runtime.ts';

/** As emitted code passes them: isSend, channel, value, isSend, channel, value, … */
export type SelectParts = readonly unknown[];

/** Values in parts for each case. */
const stride = 3;

/**
 * Whether the select completed: goroutine.selected is then the case, -1 for default; a receive's
 * result is in value and ok. Else the goroutine is parked.
 */
export function select(
  runtime: Runtime,
  goroutine: Goroutine,
  parts: SelectParts,
  hasDefault: boolean,
): boolean {
  let ready = 0;
  for (let at = 0; at < parts.length; at += stride) {
    const channel = parts[at + 1] as Channel | null;
    if (channel === null) continue;
    if (channel.bubble !== null) demandBubble(goroutine, channel, 'select on');
    if (runtime.isParallel) runtime.meet(channel.id);
    if (isReady(channel, parts[at] === true)) ready++;
  }
  if (ready > 0) {
    const nth = ready > 1 ? runtime.choose('selectCase', ready) : 0;
    take(runtime, goroutine, parts, nthReady(parts, nth));
    return true;
  }
  if (hasDefault) {
    selectEvent(runtime, EventKind.selectDefault, goroutine, parts, -1, 0);
    goroutine.selected = -1;
    return true;
  }
  parkOnAll(runtime, goroutine, parts);
  return false;
}

function isReady(channel: Channel, isSend: boolean): boolean {
  return channel.closed || (isSend ? canSend(channel) : canReceive(channel));
}

/** Where in parts the case begins that is the nth ready one, from 0. */
function nthReady(parts: SelectParts, nth: number): number {
  let before = nth;
  for (let at = 0; at < parts.length; at += stride) {
    const channel = parts[at + 1] as Channel | null;
    if (channel !== null && isReady(channel, parts[at] === true) && before-- === 0) return at;
  }
  throw new Error(`Broken invariant: case ${nth} is not ready`);
}

function take(runtime: Runtime, goroutine: Goroutine, parts: SelectParts, at: number): void {
  const channel = parts[at + 1] as Channel;
  const index = at / stride;
  goroutine.selected = index;
  if (parts[at] === true) {
    runtime.detector?.beginSend(goroutine, channel);
    if (channel.closed) plainErrorPanic('send on closed channel');
    const woken = channel.receiveQueue.first?.goroutine ?? 0;
    selectEvent(runtime, EventKind.selectSend, goroutine, parts, index, woken);
    runtime.detector?.send(goroutine, channel);
    completeSend(runtime, channel, parts[at + 2]);
    goroutine.ok = true;
  } else if (canReceive(channel)) {
    const woken = channel.sendQueue.first?.goroutine ?? 0;
    const value = nextValue(channel);
    const type = channel.elem;
    selectEvent(runtime, EventKind.selectReceive, goroutine, parts, index, woken, value, type);
    runtime.detector?.receive(goroutine, channel);
    completeReceive(runtime, goroutine, channel);
  } else {
    selectEvent(runtime, EventKind.selectReceiveClosed, goroutine, parts, index, 0);
    runtime.detector?.receiveClosed(goroutine, channel);
    deliverZero(runtime, goroutine, channel);
  }
}

function parkOnAll(runtime: Runtime, goroutine: Goroutine, parts: SelectParts): void {
  selectEvent(runtime, EventKind.blockSelect, goroutine, parts, -1, 0);
  let isDurable = true;
  let isSimple = true;
  for (let at = 0; at < parts.length; at += stride) {
    const channel = parts[at + 1] as Channel | null;
    if (channel === null) continue;
    if (channel.bubble === null) isDurable = false;
    goroutine.waitFor(channel.id, parts[at] === true ? parts[at + 2] : undefined, at / stride);
    for (let other = 0; other < at; other += stride) {
      if (parts[other + 1] === channel) isSimple = false;
    }
  }
  const order = isSimple ? null : enqueueOrder(runtime, parts);
  const { waiters } = goroutine;
  for (let i = 0; i < waiters.length; i++) {
    const waiter = waiters[order?.[i] ?? i];
    if (waiter === undefined) throw new Error('Broken invariant: a case has a place');
    const at = waiter.caseIndex * stride;
    const channel = parts[at + 1] as Channel;
    if (parts[at] === true) channel.waitToSend(waiter);
    else channel.waitToReceive(waiter);
  }
  const reason = parts.length === 0 ? 'select (no cases)' : 'select';
  runtime.park(goroutine, reason, isDurable);
}

/**
 * Cases in source order, except that of two cases on one channel either may come first: Go locks the
 * channels in an order that starts from a random one. Numbers count the cases that wait.
 */
function enqueueOrder(runtime: Runtime, parts: SelectParts): readonly number[] {
  const channels = parts.filter((_, i) => i % stride === 1).filter((channel) => channel !== null);
  const order = channels.map((_, i) => i);
  for (let i = 0; i < order.length; i++) {
    const first = order[i] ?? i;
    const twins = order.flatMap((each, k) =>
      k >= i && channels[each] === channels[first] ? [k] : [],
    );
    if (twins.length < 2) continue;
    const other = twins[runtime.choose('selectCase', twins.length)] ?? i;
    order[i] = order[other] ?? first;
    order[other] = first;
  }
  return order;
}

/** Records a select with all its cases; a receive with the value received, of that type. */
function selectEvent(
  runtime: Runtime,
  kind: (typeof EventKind)[keyof typeof EventKind],
  goroutine: Goroutine,
  parts: SelectParts,
  chosen: number,
  woken: number,
  received: unknown = undefined,
  type = -1,
): void {
  const site = runtime.arrive(goroutine);
  const trace = runtime.startEvent();
  if (trace === null) return;
  const record = trace.beginSelect(parts.length / stride, chosen, woken);
  let object = 0;
  for (let at = 0; at < parts.length; at += stride) {
    const channel = parts[at + 1] as Channel | null;
    const id = channel?.id ?? 0;
    if (at === chosen * stride) object = id;
    if (parts[at] !== true) trace.addCase(id, null);
    else trace.addCase(id, channel === null ? '' : runtime.shown(parts[at + 2], channel.elem));
  }
  const shown = type < 0 ? null : runtime.shown(received, type);
  trace.appendSelect(kind, goroutine.id, object, record, site, runtime.statements, shown);
}
