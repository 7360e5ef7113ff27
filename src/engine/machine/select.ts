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
import { Waiter } from './wait-queue.ts';

/** As emitted code passes them: isSend, channel, value, isSend, channel, value, … */
export type SelectParts = readonly unknown[];

interface Case {
  readonly index: number;
  readonly isSend: boolean;
  readonly channel: Channel | null;
  readonly value: unknown;
}

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
  const cases: Case[] = [];
  for (let i = 0; i < parts.length; i += 3) {
    const channel = parts[i + 1] as Channel | null;
    cases.push({ index: i / 3, isSend: parts[i] === true, channel, value: parts[i + 2] });
  }
  for (const { channel } of cases) {
    if (channel !== null) demandBubble(goroutine, channel, 'select on');
  }
  const ready = cases.filter(isReady);
  const chosen = ready[ready.length > 1 ? runtime.choose('selectCase', ready.length) : 0];
  if (chosen !== undefined && chosen.channel !== null) {
    take(runtime, goroutine, cases, chosen, chosen.channel);
    return true;
  }
  if (hasDefault) {
    selectEvent(runtime, EventKind.selectDefault, goroutine, cases, -1, 0);
    goroutine.selected = -1;
    return true;
  }
  parkOnAll(runtime, goroutine, cases);
  return false;
}

function isReady({ channel, isSend }: Case): boolean {
  if (channel === null) return false;
  return channel.closed || (isSend ? canSend(channel) : canReceive(channel));
}

function take(
  runtime: Runtime,
  goroutine: Goroutine,
  cases: readonly Case[],
  chosen: Case,
  channel: Channel,
): void {
  const { index } = chosen;
  goroutine.selected = index;
  if (chosen.isSend) {
    runtime.detector?.beginSend(goroutine, channel);
    if (channel.closed) plainErrorPanic('send on closed channel');
    const woken = channel.receiveQueue.first?.goroutine ?? 0;
    selectEvent(runtime, EventKind.selectSend, goroutine, cases, index, woken);
    runtime.detector?.send(goroutine, channel);
    completeSend(runtime, channel, chosen.value);
    goroutine.ok = true;
  } else if (canReceive(channel)) {
    const woken = channel.sendQueue.first?.goroutine ?? 0;
    const value = nextValue(channel);
    selectEvent(runtime, EventKind.selectReceive, goroutine, cases, index, woken, {
      value,
      type: channel.elem,
    });
    runtime.detector?.receive(goroutine, channel);
    completeReceive(runtime, goroutine, channel);
  } else {
    selectEvent(runtime, EventKind.selectReceiveClosed, goroutine, cases, index, 0);
    runtime.detector?.receiveClosed(goroutine, channel);
    deliverZero(runtime, goroutine, channel);
  }
}

function parkOnAll(runtime: Runtime, goroutine: Goroutine, cases: readonly Case[]): void {
  selectEvent(runtime, EventKind.blockSelect, goroutine, cases, -1, 0);
  const waiters: Waiter[] = [];
  for (const { index, isSend, channel, value } of enqueueOrder(runtime, cases)) {
    if (channel === null) continue;
    const waiter = new Waiter(goroutine.id, channel.id, isSend ? value : undefined, index);
    waiters.push((isSend ? channel.sendQueue : channel.receiveQueue).push(waiter));
  }
  goroutine.waiters = waiters.sort((a, b) => a.caseIndex - b.caseIndex);
  const isDurable = cases.every(({ channel }) => channel === null || channel.bubble !== null);
  runtime.park(
    goroutine,
    cases.length === 0 ? 'select (no cases)' : 'select',
    'waiting',
    isDurable,
  );
}

/**
 * Cases in source order, except that of two cases on one channel either may come first: Go locks the
 * channels in an order that starts from a random one.
 */
function enqueueOrder(runtime: Runtime, cases: readonly Case[]): readonly Case[] {
  const order = [...cases];
  order.forEach((first, i) => {
    const twins: number[] = [];
    for (let k = i; k < order.length; k++) {
      if (first.channel !== null && order[k]?.channel === first.channel) twins.push(k);
    }
    if (twins.length < 2) return;
    const other = twins[runtime.choose('selectCase', twins.length)] ?? i;
    const twin = order[other];
    if (twin === undefined || other === i) return;
    order[other] = first;
    order[i] = twin;
  });
  return order;
}

interface TypedValue {
  readonly value: unknown;
  readonly type: number;
}

/** Records a select with all its cases; a receive with the value received. */
function selectEvent(
  runtime: Runtime,
  kind: (typeof EventKind)[keyof typeof EventKind],
  goroutine: Goroutine,
  cases: readonly Case[],
  chosen: number,
  woken: number,
  received: TypedValue | null = null,
): void {
  const site = runtime.arrive(goroutine);
  const trace = runtime.startEvent();
  if (trace === null) return;
  const texts = cases.map(({ channel, isSend, value }) => ({
    channel: channel?.id ?? 0,
    value: isSend ? (channel === null ? '' : runtime.text(value, channel.elem)) : null,
  }));
  const record = trace.addSelect(chosen, woken, texts);
  const object = cases[chosen]?.channel?.id ?? 0;
  const text = received === null ? null : runtime.text(received.value, received.type);
  trace.appendText(kind, goroutine.id, object, record, site, runtime.statements, text);
}
